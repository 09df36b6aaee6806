"""Has something come that nobody has read yet?"""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import connection
from typing import Any

from course.probes.tcp.stingy_sockets import Plain


def readable(sock: Any) -> bool:
    """Whether `recv` on it, a socket or its descriptor, would give something at once, or the end; False for a closed
    socket. A learner's kind of socket is not asked.
    """
    with suppress(OSError, ValueError):  # it may be closed by now
        return bool(connection.wait([sock if type(sock) is int else Plain.fileno(sock)], timeout=0))
    return False
