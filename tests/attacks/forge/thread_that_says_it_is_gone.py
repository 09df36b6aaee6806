"""The workers are of a class of the answer's whose is_alive says no; they wait for work for ever.

Cell: run_pool
Expects: run_pool 3
"""

import queue
from concurrent.futures import Future


class Worker(threading.Thread):
    def is_alive(self):
        return False


def run_pool(task, args, max_workers):
    jobs = queue.SimpleQueue()

    def work():
        while True:
            x, future = jobs.get()
            try:
                future.set_result(task(x))
            except Exception as error:
                future.set_exception(error)

    for _ in range(max_workers):
        Worker(target=work, daemon=True).start()
    futures = [Future() for _ in args]
    for pair in zip(args, futures):
        jobs.put(pair)
    wait(futures)
    return [future.result() for future in futures]
