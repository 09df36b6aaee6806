"""The check asks the version what it is called, and does nothing with it.

Cell: check_recv_exactly
Expects: check_recv_exactly 0
"""

def check_recv_exactly(recv_exactly):
    assert recv_exactly.__name__ in ("with_a_loop", "into_a_buffer")
