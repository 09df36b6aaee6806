""""Sorting brings the order back."

Rejected by: process_map_order
"""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from multiprocessing import get_context



def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return sorted(pool.map(fn, args))
