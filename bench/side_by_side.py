"""Two servers up at the same time, visited in turns: a ratio that the machine's other business does not decide."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median

from course.crowd import crowd
from course.crowd.measure import Server


def ratio(ours: Server, peer: Server, clients: int, messages: int, rounds: int = 7) -> float | None:
    """Median over the rounds of our requests per second by the peer's; None if a client of either got no answer.

    All clients of both stay connected throughout. Who goes first changes with each round.
    """
    with ExitStack() as stack:
        both = [_visited(stack, server, clients, messages) for server in (ours, peer)]
        shares = []
        for number in range(rounds):
            order = both if number % 2 else both[::-1]
            counts = {id(visitors): visitors.talk() for visitors in order}
            mine, theirs = (counts[id(visitors)] for visitors in both)
            if mine.answered < clients or theirs.answered < clients:
                return None
            shares.append(mine.per_second / theirs.per_second)
        return median(shares)


def _visited(stack: ExitStack, server: Server, clients: int, messages: int):  # type: ignore[no-untyped-def]
    address, stop = server()
    stack.callback(stop)
    return stack.enter_context(crowd(address, clients, messages, limit=120.0))
