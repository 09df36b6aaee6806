"""Where a crowd may go: to a server on this machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any

from course.errors import CourseError

HOW = 'give it as `server.getsockname()` does: ("127.0.0.1", 8080)'

_LOOPBACK = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "localhost": "127.0.0.1", "::": "::1"}


def local(address: Any) -> tuple[str, int]:
    """`address` as host and port to connect to; a server on all interfaces is visited through the loopback.

    CourseError for anything but (host, port) of this machine's loopback.
    """
    if not isinstance(address, Sequence) or isinstance(address, str | bytes) or len(address) < 2:
        raise CourseError(f"{address!r} is no address: {HOW}.")
    host, port = _LOOPBACK.get(address[0], str(address[0])), address[1]
    if isinstance(port, bool) or not isinstance(port, int) or not 0 < port < 65536:
        raise CourseError(f"{port!r} is no port: {HOW}.")
    try:
        if ipaddress.ip_address(host).is_loopback:
            return host, port
    except ValueError:
        pass
    raise CourseError(f"The crowd visits servers on this machine only, not {host!r}: {HOW}.")
