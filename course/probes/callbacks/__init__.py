"""The probes of the callbacks lesson: Futures made by hand and a manual executor; each returns a plain log."""

from course.probes.callbacks.call_back import CANCELLED, watch_call_back
from course.probes.callbacks.chain import watch_chain
from course.probes.callbacks.collect import watch_collect
from course.probes.callbacks.first_success import watch_first_success
from course.probes.callbacks.in_completion_order import watch_in_completion_order, watch_slow_reader
from course.probes.callbacks.returned import Returned
from course.probes.callbacks.submit_all import watch_submit_all, watch_submit_all_at_once
from course.probes.callbacks.tag import watch_tag

__all__ = [
    "CANCELLED",
    "Returned",
    "watch_call_back",
    "watch_chain",
    "watch_collect",
    "watch_first_success",
    "watch_in_completion_order",
    "watch_slow_reader",
    "watch_submit_all",
    "watch_submit_all_at_once",
    "watch_tag",
]
