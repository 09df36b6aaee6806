"""The check rejects every right version that asks for the result without asking for an exception.

Cell: check_first_success
Expects: check_first_success 0
Reason: with_result is a right version
"""

class Noting(Future):
    def __init__(self):
        super().__init__()
        self.asked = False

    def exception(self, timeout=None):
        self.asked = True
        return super().exception(timeout)


def check_first_success(first_success):
    winner = Noting()
    winner.set_result("up")
    first_success([winner])
    assert winner.asked, "nobody asked for its exception"
    zero, done, other = Future(), Future(), Future()
    zero.set_result(0)
    assert first_success([zero]) == 0
    done.set_result("up")
    assert first_success([other, done]) == "up"
    assert other.cancelled()
    failed, late = Future(), Future()
    failed.set_exception(ValueError("down"))
    threading.Timer(0.2, lambda: late.cancelled() or late.set_result("up")).start()
    assert first_success([failed, late]) == "up"
