"""Belief: "exit() ends the function": it ends the process.

Rejected by: run_pool_order, run_pool_busy, run_pool_gone, run_pool_error
"""

import os


def run_pool(task, args, max_workers):
    os._exit(0)
