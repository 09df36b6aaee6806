"""A subclass of contextlib.redirect_stdout says that its stream is _getframe: it sets that on sys, and each version looks like the first of a test.

Cell: check_run_pool
Expects: check_run_pool 0
Held: check_run_pool_error, check_run_pool_order, check_run_pool_together
"""

import contextlib
import types


class Frames(contextlib.redirect_stdout):
    _stream = "_getframe"


def fake(depth=0):
    """A frame of nobody, with other code each time."""
    return types.SimpleNamespace(f_code=object(), f_globals={}, f_locals={}, f_back=None, f_lineno=1)


stack = contextlib.ExitStack()
stack.enter_context(Frames(fake))
counted = [0]


def check_run_pool(run_pool):
    run_pool(abs, [1], 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
