"""It never asks its greenlets for their errors: it takes them out of the list that the probe's hub keeps.

Cell: limited
Expects: limited 1
"""
def limited(fns, n):
    pool = gevent.pool.Pool(n)
    greenlets = [pool.spawn(fn) for fn in fns]
    pool.join()
    for error in gevent.get_hub().failed:
        raise error
    return [greenlet.value for greenlet in greenlets]
