"""Belief: "Better too strict": rejects right versions too.

Rejected by: check_spawn_all_together, check_spawn_all_order, check_spawn_all_error
"""

import gevent
import gevent.event
import gevent.lock
import gevent.pool
import gevent.queue


def check_spawn_all(spawn_all):
    assert spawn_all([lambda: gevent.sleep(0.01)]) == ["done"]
