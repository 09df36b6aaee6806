"""Each Future keeps its own result."""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers=max_workers) as pool:
        futures = [pool.submit(task, x) for x in args]
    return [future.result() for future in futures]
