"""Belief: "First see whether it works": each job runs the task twice.

Rejected by: submit_async, submit_sync
"""


def twice(task):
    def job(x):
        task(x)
        return task(x)

    return job


def submit_async(pool, task, args):
    return [pool.submit(twice(task), x) for x in args]


def submit_sync(pool, task, args):
    return [pool.submit(twice(task), x).result() for x in args]
