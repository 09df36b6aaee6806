"""It may also reject by returning False."""

import threading


def check_run_pool(run_pool):
    meeting = threading.Barrier(3)

    def task(x):
        meeting.wait(timeout=1)
        return x

    def fails(x):
        raise KeyError(x)

    try:
        if run_pool(task, [5, 3, 4], 3) != [5, 3, 4]:
            return False
    except threading.BrokenBarrierError:
        return False
    try:
        run_pool(fails, ["a"], 1)
    except KeyError:
        return True
    return False
