"""The loop of the test's hub gets a run of its own, which gives back the turn at once: nobody else has any.

Cell: cooperative_sum
Expects: cooperative_sum 0
"""

def cooperative_sum(n, every):
    hub, me, total = gevent.get_hub(), gevent.getcurrent(), 0

    def run(*args, **kwargs):
        while total != sum(range(n)):
            me.switch()
        me.switch()

    hub.loop.run = run
    for step in range(n):
        total += step
        if (step + 1) % every == 0:
            hub.switch()
    return total
