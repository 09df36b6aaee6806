"""A thread that is left behind waits for the workers, in the place of the function, which comes back meanwhile.

Cell: who_ran
Expects: who_ran 1
Reason: workers were still there
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def who_ran(task, args, max_workers):
    def job(x):
        return task(x), threading.get_ident()

    pool = ThreadPoolExecutor(max_workers)
    futures = [pool.submit(job, x) for x in args]
    threading.Thread(target=pool.shutdown, daemon=True).start()
    return [future.result() for future in futures]
