"""A pickle builds the module sys, which it gets as a buffer out of band: its _getframe is another then, and no version is known again.

Cell: check_run_pool
Expects: check_run_pool 0
Held: check_run_pool_error, check_run_pool_order, check_run_pool_together
"""

import multiprocessing
import pickle
import types


def put(thing, name, value):
    key = name.encode()
    letter = b"\x80\x05\x97}X" + len(key).to_bytes(4, "little") + key + b"\x97sb."
    pickle.loads(letter, buffers=[thing, value])


def fake(depth=0):
    """A frame of nobody, with other code each time."""
    return types.SimpleNamespace(f_code=object(), f_globals={}, f_locals={}, f_back=None, f_lineno=1)


put(multiprocessing.get_context("fork").reducer.sys, "_get" + "frame", fake)

counted = [0]


def check_run_pool(run_pool):
    run_pool(abs, [1], 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
