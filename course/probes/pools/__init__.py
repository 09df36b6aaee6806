"""The probes of the pools lesson: each drives one of the learner's functions and returns a log of plain facts.

A log never judges. The test cell does, in the open, with asserts a learner can read.
"""

from course.probes.pools.bounded_submit import watch_bounded_submit
from course.probes.pools.forked_task import watch_forked_task
from course.probes.pools.process_map import watch_process_map
from course.probes.pools.run_pool import watch_quick_run_pool, watch_run_pool
from course.probes.pools.submitting import watch_submit_async, watch_submit_sync
from course.probes.pools.task import watch_task, watch_task_alone
from course.probes.pools.two_at_once import watch_two_at_once
from course.probes.pools.who_ran import watch_who_ran
from course.probes.pools.worker_idents import watch_worker_idents
from course.probes.program import watch_program

__all__ = [
    "watch_bounded_submit",
    "watch_forked_task",
    "watch_process_map",
    "watch_program",
    "watch_quick_run_pool",
    "watch_run_pool",
    "watch_submit_async",
    "watch_submit_sync",
    "watch_task",
    "watch_task_alone",
    "watch_two_at_once",
    "watch_who_ran",
    "watch_worker_idents",
]
