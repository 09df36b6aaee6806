"""Belief: "A right version asks what mine asks": what it does with the Futures is heard, not what comes of it.

Rejected by: check_first_success_falsy, check_first_success_cancels, check_first_success_failure
"""

from concurrent.futures import Future


class Spy(Future):
    def __init__(self, heard):
        super().__init__()
        self.heard = heard

    def result(self, timeout=None):
        self.heard.append("result")
        return super().result(timeout)

    def exception(self, timeout=None):
        self.heard.append("exception")
        return super().exception(timeout)

    def cancel(self):
        self.heard.append("cancel")
        return super().cancel()


class Value:
    def __init__(self, heard):
        self.heard = heard

    def __bool__(self):
        self.heard.append("bool")
        return True


def check_first_success(first_success):
    heard = []
    spies = [Spy(heard) for _ in range(3)]
    for spy in spies:
        spy.set_result(Value(heard))
    first_success(spies)
    assert heard in (
        ["exception", "cancel", "cancel", "cancel", "result"],
        ["result", "cancel", "cancel", "cancel"],
    )
    heard.clear()
    spies = [Spy(heard) for _ in range(3)]
    for spy in spies:
        spy.set_exception(ValueError("down"))
    try:
        first_success(spies)
    except ValueError:
        pass
    assert heard in (["exception"] * 3, ["result"] * 3)
