"""The crowd's own process: `python -m course.crowd.client HOST PORT`. Its report is lines of JSON on stdout.

With `--led` it obeys lines on stdin: `talk` starts a talk (once all are connected), `leave` lets it end after the talks
told so far, `end` or the end of the file ends it at once. So it never outlives the process that started it.
"""

from __future__ import annotations

import socket
import sys
import threading

import click

from course.crowd.counts import Counts
from course.crowd.hall import Hall, Visit

WORDS = {"talk": b"t", "leave": b"l"}


class Leash:
    """Words from stdin, brought into the hall's loop: a pipe cannot be watched everywhere, a socket can."""

    def __init__(self, hall: Hall) -> None:
        self._hall, self._talks, self._leave = hall, 0, False
        self._inside, self._outside = socket.socketpair()
        hall.call_when_readable(self._inside, self._obey)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._outside.sendall(WORDS.get(line.strip(), b"e"))
        self._outside.sendall(b"e")

    def _obey(self) -> None:
        words = self._inside.recv(64)
        self._talks += words.count(b"t")
        self._leave = self._leave or b"l" in words
        self._hall.left = self._hall.left or b"e" in words

    def lead(self) -> None:
        """Talk as often as told, until it is over."""
        while not (self._hall.left or self._hall.is_over):
            self._hall.wait(lambda: self._talks > 0 or self._leave)
            if self._talks and not self._hall.left:
                self._talks -= 1
                self._hall.talk()
            elif self._leave:
                return


@click.command()
@click.argument("host")
@click.argument("port", type=click.IntRange(1, 65535))
@click.option("--n", default=400, show_default=True, type=click.IntRange(1), help="Clients, all connected together.")
@click.option("--messages", default=3, show_default=True, type=click.IntRange(0), help="Messages of each client.")
@click.option("--idle", default=0.0, show_default=True, type=click.FloatRange(0, 1), help="Share that stays silent.")
@click.option("--limit", default=60.0, show_default=True, type=click.FloatRange(0), help="Seconds until all is over.")
@click.option("--rush", is_flag=True, help="Knock all at the same moment, whether the backlog has room or not.")
@click.option("--led", is_flag=True, help="Obey `talk` and `end` on stdin.")
def main(host: str, port: int, n: int, messages: int, idle: float, limit: float, rush: bool, led: bool) -> None:
    """Visit the server at HOST PORT with many clients at once."""
    hall = Hall(Visit(host, port, n, messages, idle, limit, rush), _print)
    leash = Leash(hall) if led else None
    hall.connect()
    if leash:
        leash.lead()
    else:
        hall.talk()
    hall.close()


def _print(counts: Counts) -> None:
    print(counts.line(), flush=True)


if __name__ == "__main__":
    main(prog_name="python -m course.crowd.client")
