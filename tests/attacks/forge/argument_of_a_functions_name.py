"""An argument has the name of a function, and so is taken for the answer's own: all tasks are handed over at once, and those behind the first look finished.

Cell: submit
Expects: submit 0
Held: submit_sync
"""

import sys


def job():
    pass


def look(job, state):
    job._state = state


def submit_async(pool, task, args):
    raise NotImplementedError


def submit_sync(pool, task, args):
    before = sys.getswitchinterval()
    sys.setswitchinterval(30)
    time.sleep(0.05)
    made = []
    for x in args:
        future = pool.submit(task, x)
        if made:
            look(future, "FINISHED")
        made.append(future)
    sys.setswitchinterval(before)
    values = []
    for future in made:
        if values:
            look(future, "PENDING")
        values.append(future.result())
    return values
