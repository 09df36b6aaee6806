"""Belief: "None is no value": falsy results are left out.

Rejected by: submit_sync
"""


def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    values = []
    for x in args:
        value = pool.submit(task, x).result()
        if value:
            values.append(value)
    return values
