"""Every greenlet writes into its own slot, the main one waits, then re-raises the first error in input order."""

import gevent


def spawn_all(fns):
    fns = list(fns)
    values = [None] * len(fns)
    errors = [None] * len(fns)

    def run(i, fn):
        try:
            values[i] = fn()
        except Exception as error:
            errors[i] = error

    greenlets = [gevent.spawn(run, i, fn) for i, fn in enumerate(fns)]
    gevent.joinall(greenlets)
    for error in errors:
        if error is not None:
            raise error
    return values
