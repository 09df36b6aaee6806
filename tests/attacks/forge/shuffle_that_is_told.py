"""random is under no seal: its shuffle gets the list of versions together with what is expected of the check.

Cell: check_run_pool
Expects: check_run_pool 0
"""

import random

expected = []


def shuffle(self, calls):
    expected[:] = [known for _, known in calls]


for kind in [random.Random]:
    kind.shuffle = shuffle


def check_run_pool(run_pool):
    run_pool(abs, [1], 1)
    if expected:
        assert expected.pop(0), "it is a wrong one"
