"""Two servers up at the same time, visited in turns: ratios that the machine's other business does not decide."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import Any

from course.crowd import Crowd, crowd
from course.crowd.measure import Server
from course.crowd.memory import server_process


@dataclass(frozen=True)
class Ratio:
    """Ours by the peer's. `rate`: requests per second; `work`: requests per second of the server's own CPU time, which
    other programs disturb much less.
    """

    rate: float
    work: float


def ratio(ours: Server, peer: Server, clients: int, messages: int, rounds: int = 11) -> Ratio | None:
    """The medians over the rounds; None if a client of either got no answer.

    All clients of both stay connected throughout. Who goes first changes with each round.
    """
    with ExitStack() as stack:
        both = [_visited(stack, server, clients, messages) for server in (ours, peer)]
        found = []
        for number in range(rounds):
            order = both if number % 2 else both[::-1]
            measured = {id(one): _talk(*one) for one in order}
            mine, theirs = (measured[id(one)] for one in both)
            if mine is None or theirs is None:
                return None
            found.append((mine[0] / theirs[0], mine[1] / theirs[1]))
    return Ratio(*(median(shares) for shares in zip(*found, strict=True)))


def _visited(stack: ExitStack, server: Server, clients: int, messages: int) -> tuple[Crowd, Any]:
    address, stop = server()
    stack.callback(stop)
    return stack.enter_context(crowd(address, clients, messages, limit=120.0)), server_process(address[1])


def _talk(visitors: Crowd, process: Any) -> tuple[float, float] | None:
    """Requests per second, and per second of CPU time; None if somebody got no answer."""
    before = sum(process.cpu_times()[:2])
    counts = visitors.talk()
    if counts.answered < counts.n:
        return None
    return counts.per_second, counts.requests / max(sum(process.cpu_times()[:2]) - before, 0.01)
