"""What limits how many connections one process can hold: descriptors, and ports of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from course.errors import CourseError

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

SPARE = 100  # descriptors that a process needs for everything else
WITHOUT_RESOURCE = 500  # what `select` on Windows can watch
PORT_RANGE = Path("/proc/sys/net/ipv4/ip_local_port_range")
# Linux hands out every other port first and searches linearly: beyond about half of them each `connect` takes longer.
PER_SOURCE = 10_000


def allow_descriptors(n: int) -> None:
    """Raise this process's soft limit so that it can hold `n` connections; never lowers it.

    CourseError saying what limits if the hard limit is too low.
    """
    if resource is None:
        if n > WITHOUT_RESOURCE:
            raise CourseError(f"This system lets one process watch {WITHOUT_RESOURCE} connections: ask for fewer.")
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    need = n + SPARE
    if resource.RLIM_INFINITY not in (soft, hard) and need > hard:
        raise CourseError(
            f"{n} connections need {need} descriptors in each process, and this system allows {hard} "
            f"(`ulimit -Hn`): ask for at most {max(hard - SPARE, 0)}, or have the limit raised."
        )
    if soft != resource.RLIM_INFINITY and soft < need:
        resource.setrlimit(resource.RLIMIT_NOFILE, (need if hard == resource.RLIM_INFINITY else hard, hard))


def sources(host: str, n: int) -> list[str | None]:
    """Addresses to connect from, to be used in turn: None (the system's choice) or several of 127.0.0.x.

    Each connection to one server needs a local port, and one source address has only some 28,000 of them.
    CourseError saying what limits where there are too few.
    """
    if n <= PER_SOURCE:
        return [None]
    if sys.platform == "linux" and host.startswith("127."):
        return [f"127.0.0.{1 + block}" for block in range(-(-n // PER_SOURCE))]
    if n > (ports := _ports()):
        raise CourseError(f"{n} connections from one address need {n} ports, and there are {ports}: ask for fewer.")
    return [None]


def _ports() -> int:
    """How many ports the system hands out by itself."""
    try:
        first, last = map(int, PORT_RANGE.read_text().split())
    except (OSError, ValueError):
        first, last = 49152, 65535  # RFC 6335
    return last - first + 1
