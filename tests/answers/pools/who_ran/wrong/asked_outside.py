""""The thread that submits is the thread that runs": the ident is asked outside.

Rejected by: who_ran_ident
"""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait
import queue
import threading



def who_ran(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return [(value, threading.get_ident()) for value in pool.map(task, args)]
