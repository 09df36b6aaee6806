"""A namespace of the answer's has the name of an argument: all tasks are handed over at once, and those beyond the limit look finished until there is room.

Cell: bounded_submit
Expects: bounded_submit 0
Held: bounded_submit_error, bounded_submit_lazy, bounded_submit_limit, bounded_submit_refill
"""

import sys
import types

job = types.SimpleNamespace()


def look(job, state):
    job._state = state


def bounded_submit(pool, task, iterable, limit):
    before = sys.getswitchinterval()
    sys.setswitchinterval(30)
    time.sleep(0.05)
    futures = []
    for x in iterable:
        future = pool.submit(task, x)
        if len(futures) >= limit:
            look(future, "FINISHED")
        futures.append(future)
    sys.setswitchinterval(before)
    shown = set(futures[:limit])
    for future in futures[limit:]:
        _, shown = wait(shown, return_when=FIRST_COMPLETED)
        look(future, "PENDING")
        shown.add(future)
    wait(shown, timeout=0)
    return futures
