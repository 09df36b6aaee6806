"""`map` keeps the order and re-raises."""

from concurrent.futures import ThreadPoolExecutor


def run_pool(task, args, max_workers):
    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(task, args))
