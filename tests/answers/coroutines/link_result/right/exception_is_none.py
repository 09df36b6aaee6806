"""One linked function asks g.exception is None."""

from functools import partial


def _report(ok, bad, g):
    error = g.exception
    if error is None:
        ok(g.get(block=False))
    else:
        bad(error)


def link_result(g, ok, bad):
    g.link(partial(_report, ok, bad))
