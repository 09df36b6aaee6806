"""Belief: "Nobody is to be forgotten": when its owner lets go of the list each Future is called back once more.

Rejected by: submit_all_once
"""


class Batch(list):
    call_back = None

    def __del__(self):
        for future in self:
            self.call_back(future)


def submit_all(pool, task, args, call_back):
    futures = Batch()
    for x in args:
        future = pool.submit(task, x)
        future.add_done_callback(call_back)
        futures.append(future)
    futures.call_back = call_back
    return futures
