"""Each task hands over the next when it begins, and both are in progress.

Cell: submit
Expects: submit 2
Reason: Synchronous means exactly one
"""

def submit_async(pool, task, args):
    return [pool.submit(task, x) for x in args]


def submit_sync(pool, task, args):
    rest, futures, values = iter(args), [], []

    def hand_over():
        for x in rest:
            futures.append(pool.submit(job, x))
            break

    def job(x):
        hand_over()
        return task(x)

    hand_over()
    while len(values) < len(futures):
        values.append(futures[len(values)].result())
    return values
