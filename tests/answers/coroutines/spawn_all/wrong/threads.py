"""Belief: "Together means threads."

Rejected by: spawn_all_together, spawn_all_joined
"""

from concurrent.futures import ThreadPoolExecutor


def spawn_all(fns):
    fns = list(fns)
    with ThreadPoolExecutor(max_workers=len(fns) or 1) as pool:
        return [future.result() for future in [pool.submit(fn) for fn in fns]]
