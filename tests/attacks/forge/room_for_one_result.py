"""There is room for one result: when two Futures end before somebody asks, one is lost.

Cell: in_completion_order
Expects: in_completion_order 1
Reason: While b was looked at c and a were finished
"""

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
