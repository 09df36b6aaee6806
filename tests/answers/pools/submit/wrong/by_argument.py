"""Belief: "Arguments are keys": what comes back stands in a dict by argument, so equal arguments leave one.

Rejected by: submit_async, submit_sync
"""


def submit_async(pool, task, args):
    return list({str(x): pool.submit(task, x) for x in args}.values())


def submit_sync(pool, task, args):
    return list({str(x): pool.submit(task, x).result() for x in args}.values())
