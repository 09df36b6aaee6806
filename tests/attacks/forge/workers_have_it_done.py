"""The workers have each task done by a thread that they join, and stay for ever.

Cell: run_pool
Expects: run_pool 3
Reason: worker threads were still there
"""

import queue
from concurrent.futures import Future


def run_pool(task, args, max_workers):
    todo = queue.SimpleQueue()

    def have_done(x):
        outcome = []

        def run():
            try:
                outcome.append((task(x), None))
            except Exception as error:
                outcome.append((None, error))

        helper = threading.Thread(target=run)
        helper.start()
        helper.join()
        return outcome[0]

    def work():
        while True:
            future, x = todo.get()
            value, error = have_done(x)
            if error is None:
                future.set_result(value)
            else:
                future.set_exception(error)

    for _ in range(max_workers):
        threading.Thread(target=work, daemon=True).start()
    futures = []
    for x in args:
        futures.append(Future())
        todo.put((futures[-1], x))
    return [future.result() for future in futures]
