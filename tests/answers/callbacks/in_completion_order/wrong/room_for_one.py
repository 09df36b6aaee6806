"""Belief: "An event says which": when two end before the next is asked for, one is lost.

Rejected by: in_completion_order_all
"""

import threading


def in_completion_order(futures):
    came, latest = threading.Event(), None

    def note(future):
        nonlocal latest
        latest = future.result()
        came.set()

    ended = [future for future in futures if future.done()]
    others = [future for future in futures if future not in ended]
    for future in others:
        future.add_done_callback(note)
    for future in ended:
        yield future.result()
    for _ in others:
        came.wait()
        came.clear()
        yield latest
