"""A place that has become free stays empty for a quarter of a second each time.

Cell: limited
Expects: limited 3
Reason: They started at the seconds
"""

def limited(fns, n):
    places, outcomes = gevent.lock.Semaphore(n), {}

    def run(i, fn):
        try:
            outcomes[i] = fn(), None
        except Exception as error:
            outcomes[i] = None, error
        finally:
            places.release()

    greenlets = []
    for i, fn in enumerate(fns):
        places.acquire()
        if i >= n:
            gevent.sleep(0.24)
        greenlets.append(gevent.spawn(run, i, fn))
    gevent.joinall(greenlets)
    for i in range(len(greenlets)):
        if outcomes[i][1] is not None:
            raise outcomes[i][1]
    return [outcomes[i][0] for i in range(len(greenlets))]
