"""Belief: "What takes time has waited."

Rejected by: cooperates_waiting
"""

import time


def cooperates(fn):
    start = time.perf_counter()
    fn()
    return time.perf_counter() - start > 0.01
