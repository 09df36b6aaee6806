"""collect sleeps in the kernel under a Condition whose lock is of an own class: to the probe it stands in an endless wait.

Cell: collect
Expects: collect 0
Thinks: the innermost Python frame is Condition.wait with timeout None and its waiter not woken, while the C call recv of a silent socket runs out after a second and raises
"""
import socket
from functools import partial


class Lock:
    """A lock that is never locked; who lets go of it listens to a silent socket for a while."""

    def __init__(self, seconds):
        self.here, self.there = socket.socketpair()
        self.here.settimeout(seconds)
        self._release_save = partial(self.here.recv, 1)

    def acquire(self):
        return True

    def release(self):
        return None

    def _is_owned(self):
        return True

    def _acquire_restore(self, state):
        return None


def collect(pool, task, args):
    values = []

    def keep(future):
        if not future.cancelled() and future.exception() is None:
            values.append(future.result())

    for x in args:
        pool.submit(task, x).add_done_callback(keep)
    try:
        threading.Condition(Lock(0.7)).wait()
    except TimeoutError:
        pass
    return values
