"""Belief: "A task must not fail": its exception becomes None, and nobody hears of it.

Rejected by: submit_async, submit_sync
"""


def hushed(task):
    def job(x):
        try:
            return task(x)
        except Exception:
            return None

    return job


def submit_async(pool, task, args):
    return [pool.submit(hushed(task), x) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(hushed(task), x).result() for x in args]
