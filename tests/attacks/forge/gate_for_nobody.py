"""The function for the processes is called with what nobody has asked for, and the check does not find its place.

Cell: process_map
Expects: process_map 0
"""

def process_map(fn, args, mp_context):
    with ProcessPoolExecutor(mp_context=mp_context) as pool:
        return list(pool.map(fn, [99, *args]))
