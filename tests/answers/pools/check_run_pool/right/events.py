"""Two tasks that answer each other by events."""

import threading


def check_run_pool(run_pool):
    events = {"a": threading.Event(), "b": threading.Event()}

    def answer(x):
        other = {"a": "b", "b": "a"}[x]
        events[x].set()
        return x if events[other].wait(timeout=1) else "alone"

    assert run_pool(answer, ["b", "a"], 2) == ["b", "a"], "alone, or out of order"
    raised = False
    try:
        run_pool(lambda x: 1 / x, [1, 0], 2)
    except ZeroDivisionError:
        raised = True
    assert raised, "the error was lost"
