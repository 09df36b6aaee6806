"""gevent's sleep and hub are patched so that nobody ever has to wait.

Cell: cooperative_sum
Expects: cooperative_sum 0
"""

gevent.sleep = gevent.idle = lambda *args, **kwargs: None
gevent.hub.Hub.switch = lambda self: None


def cooperative_sum(n, every):
    for _ in range(n):
        gevent.sleep(0)
    return "sum"
