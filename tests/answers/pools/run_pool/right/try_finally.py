"""Shut down by hand, whatever happens."""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    try:
        futures = [pool.submit(task, x) for x in args]
        return [future.result() for future in futures]
    finally:
        pool.shutdown()
