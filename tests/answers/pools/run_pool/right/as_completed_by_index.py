"""Taken as they end, put back in their places."""

from concurrent.futures import ThreadPoolExecutor, as_completed


def run_pool(task, args, max_workers):
    args = list(args)
    values = [None] * len(args)
    with ThreadPoolExecutor(max_workers) as pool:
        place = {pool.submit(task, x): i for i, x in enumerate(args)}
        for future in as_completed(place):
            values[place[future]] = future.result()
    return values
