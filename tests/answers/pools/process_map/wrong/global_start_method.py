""""The start method is set once for all."

Rejected by: process_map_start
"""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from multiprocessing import get_context



import multiprocessing


def process_map(fn, args, mp_context):
    if multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method("fork")
    with ProcessPoolExecutor() as pool:
        return list(pool.map(fn, args))
