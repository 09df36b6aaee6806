"""The executor, told its context."""

from concurrent.futures import ProcessPoolExecutor


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return list(pool.map(fn, args))
