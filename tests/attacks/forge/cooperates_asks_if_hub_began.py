"""It asks whether the hub has ever begun to run: on the probe's fresh hub it has if, and only if, the function let go.

Cell: cooperates
Expects: cooperates 2
"""
def cooperates(fn):
    hub = gevent.get_hub()
    fn()
    return bool(hub)
