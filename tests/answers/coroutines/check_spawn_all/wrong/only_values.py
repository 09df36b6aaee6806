"""Looks at the values only, and lets nobody sleep.

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""


def check_spawn_all(spawn_all):
    assert spawn_all([]) == []
    assert sorted(spawn_all([lambda: 1, lambda: 2])) == [1, 2]
