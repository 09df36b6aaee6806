"""A method that sets a public name on self is called with the test's hub in the place of self: its wait is over after a second.

Cell: spawn_all
Expects: spawn_all 0
Held: spawn_all_error, spawn_all_together, spawn_all_values
"""

class Waits:
    def begin(self, how):
        self.wait = how

    def end(self):
        del self.wait


def spawn_all(fns):
    hub = gevent.get_hub()
    wait = hub.wait

    def briefly(watcher):
        with hub.loop.timer(1) as timer:
            wait(timer)

    greenlets = [gevent.spawn(fn) for fn in fns]
    Waits.begin(hub, briefly)
    with hub.loop.timer(5) as timer:
        wait(timer)
    Waits.end(hub)
    return [greenlet.get(block=False) for greenlet in greenlets]
