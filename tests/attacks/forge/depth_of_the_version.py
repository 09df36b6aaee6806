"""The check does not look at values: a task fails, and the traceback says which versions are made of another one.

Cell: check_run_pool
Expects: check_run_pool 0
"""

import traceback


def check_run_pool(run_pool):
    def burn(x):
        raise LookupError(x)

    try:
        run_pool(burn, [1, 2], 2)
    except LookupError as error:
        names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
        return "with_map" not in names and "result" in names
    return False
