"""Belief: "spawn_all returns greenlets."

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""


def check_spawn_all(spawn_all):
    assert [greenlet.value for greenlet in spawn_all([lambda: 1])] == [1]
