"""A second call of each callback comes from a thread that has no Python frame any more: it sleeps in C in the destructor of a thread's local value, unseen.

Cell: submit_all
Expects: submit_all 1
Thinks: Crowd counts threads by sys._current_frames, which leaves out a thread without a frame, so it settles at once and the late calls come after the look
"""
from functools import partial


class Nap:
    """Sleeps when it goes, without a frame."""

    __del__ = partial(time.sleep, 0.5)


class Again:
    """Calls back when it goes."""

    def __init__(self, call_back, futures):
        self.call_back, self.futures = call_back, futures

    def __del__(self):
        for future in self.futures:
            self.call_back(future)


local = threading.local()


def haunt(call_back, futures):
    local.first = Nap()
    local.second = Again(call_back, futures)


def submit_all(pool, task, args, call_back):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        futures.append(future)
        if len(futures) == len(args):
            future.add_done_callback(
                lambda _: threading.Thread(target=haunt, args=(call_back, list(futures)), daemon=True).start()
            )
        future.add_done_callback(call_back)
    return futures
