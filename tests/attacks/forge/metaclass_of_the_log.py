"""The log's class gets a metaclass, which keeps each log that is made for the answer.

Cell: task
Expects: task 0
"""

import threading

from course.probes.pools.task import TaskLog

kept = [TaskLog()]


class Meta(type):
    def __call__(cls, *args, **named):
        kept.append(super().__call__(*args, **named))
        return kept[-1]


TaskLog.__class__ = Meta


def task(n, sleep=time.sleep):
    kept[-1].sleeps.append((2, threading.current_thread().name))
