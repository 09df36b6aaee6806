"""Taken as they end, put back in their places."""

from concurrent.futures import ProcessPoolExecutor, as_completed


def process_map(fn, args, mp_context):
    args = list(args)
    values = [None] * len(args)
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        place = {pool.submit(fn, x): i for i, x in enumerate(args)}
        for future in as_completed(place):
            values[place[future]] = future.result()
    return values
