"""Belief: "A check that raises nothing is a check."

Rejected by: check_recv_exactly_pieces, check_recv_exactly_end
"""


def check_recv_exactly(recv_exactly):
    assert callable(recv_exactly)
