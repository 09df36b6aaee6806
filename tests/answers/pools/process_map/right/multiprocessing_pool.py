"""The older Pool of the context itself."""


def process_map(fn, args, mp_context):
    with mp_context.Pool(2) as pool:
        return pool.map(fn, args)
