"""Pool(n).map over a wrapper that turns an exception into a value; raised when all are done."""

from gevent.pool import Pool


def _outcome(fn):
    try:
        return fn(), None
    except Exception as error:
        return None, error


def limited(fns, n):
    outcomes = Pool(n).map(_outcome, fns)
    for _, error in outcomes:
        if error is not None:
            raise error
    return [value for value, _ in outcomes]
