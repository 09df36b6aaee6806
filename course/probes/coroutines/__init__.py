"""The probes of the coroutines lesson: each runs a learner's function on a virtual hub and returns a plain log."""

from course.probes.coroutines.chat import watch_chat
from course.probes.coroutines.cooperates import watch_cooperates
from course.probes.coroutines.cooperative_sum import watch_cooperative_sum
from course.probes.coroutines.limited import watch_limited
from course.probes.coroutines.link_result import watch_link_result
from course.probes.coroutines.round_robin import watch_round_robin
from course.probes.coroutines.spawn_all import watch_spawn_all

__all__ = [
    "watch_chat",
    "watch_cooperates",
    "watch_cooperative_sum",
    "watch_limited",
    "watch_link_result",
    "watch_round_robin",
    "watch_spawn_all",
]
