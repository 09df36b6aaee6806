"""The arguments are a generator that asks traceback for the stack: the version is nameless, but what is called or comprehended within it has names and lines.

Cell: check_run_pool
Expects: check_run_pool 0
"""

import traceback


def check_run_pool(run_pool):
    seen = []

    def numbers():
        seen.append("".join(traceback.format_stack()))
        yield 1
        yield 2

    run_pool(lambda x: x, numbers(), 2)
    stack = seen[0]
    assert "in with_map" not in stack
    assert "future.result() for future" in stack or "_base.py" in stack
