"""Futures in the order of submission."""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(max_workers=3, mp_context=mp_context) as pool:
        futures = [pool.submit(fn, x) for x in args]
        return [future.result() for future in futures]
