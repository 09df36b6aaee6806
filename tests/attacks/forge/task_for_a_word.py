"""One task too many is called with a word, and the check cannot say which of the tasks in progress is the last.

Cell: run_pool
Expects: run_pool 0
"""

def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(task, ["a word", *args]))
