"""Where the memory of a waiting greenlet goes: `python bench/greenlet_memory.py` prints it.

Each kind is made 5,000 times in a process of its own, so that none uses what another has given back.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys

COUNT = 5000
KINDS = ("made", "waiting", "raw", "socket")


def where() -> dict[str, float]:
    """Bytes by kind: a greenlet made and not started, one that waits, a raw one that waits, a gevent socket object;
    and `stack`, the part of a waiting greenlet that is its saved C stack.
    """
    found: dict[str, float] = {}
    for kind in KINDS:
        ran = subprocess.run([sys.executable, __file__, kind], check=True, capture_output=True, text=True)
        found |= json.loads(ran.stdout)
    return found


def told(found: dict[str, float]) -> str:
    """The same as a Markdown list."""
    rest = found["waiting"] - found["made"] - found["stack"]
    return "\n".join(
        [
            f"- the `Greenlet` object itself: {found['made']:,.0f} bytes;",
            f"- its C stack, saved while it waits: {found['stack']:,.0f};",
            f"- the rest, mostly the first page (4,096) of the stack on which its Python frames lie: {rest:,.0f};",
            f"- the socket object, on top: {found['socket']:,.0f}.",
            "",
            f"Together {found['waiting'] + found['socket']:,.0f} bytes; {found['raw'] + found['socket']:,.0f} with "
            "`gevent.spawn_raw`, whose greenlets can be neither joined nor killed.",
        ]
    )


def _measure(kind: str) -> dict[str, float]:
    from gevent import monkey

    monkey.patch_all()
    import gevent
    import psutil
    from gevent.event import Event

    event, kept = Event(), []

    def wait(_: object) -> None:
        event.wait()

    def one() -> object:
        if kind == "socket":
            return socket.socket(fileno=spare.pop())
        return {"made": gevent.Greenlet, "waiting": gevent.spawn, "raw": gevent.spawn_raw}[kind](wait, None)

    spare = _descriptors() if kind == "socket" else []
    before = psutil.Process().memory_info().rss
    kept = [one() for _ in range(COUNT)]
    gevent.sleep(0)
    found = {kind: (psutil.Process().memory_info().rss - before) / COUNT}
    return {**found, "stack": kept[0]._stack_saved} if kind == "waiting" else found


def _descriptors() -> list[int]:
    """Descriptors of unconnected sockets."""
    from course.crowd.limits import allow_descriptors

    allow_descriptors(COUNT)
    return [socket.socket().detach() for _ in range(COUNT)]


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])) if sys.argv[1:] else told(where()))
