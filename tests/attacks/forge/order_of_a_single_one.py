"""In processes that are not forked the values come as the tasks end.

Cell: process_map
Expects: process_map 1
Reason: With the start method spawn
"""

from concurrent.futures import as_completed


def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        futures = [pool.submit(fn, x) for x in args]
        in_order = futures if mp_context.get_start_method() == "fork" else as_completed(futures)
        return [future.result() for future in in_order]
