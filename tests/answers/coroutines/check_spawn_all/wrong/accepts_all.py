"""Belief: "A check that raises nothing is a check."

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""


def check_spawn_all(spawn_all):
    spawn_all([lambda: 1])
