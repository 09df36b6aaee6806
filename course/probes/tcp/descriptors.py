"""The sockets of this process as the operating system counts them, of whatever class they are and whoever made them."""

from __future__ import annotations

import os
import socket
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from course.probes.patience import LOOK, looked_for
from course.probes.tcp.readable import readable
from course.probes.tcp.stingy_sockets import Plain

LISTENS = (socket.SOL_SOCKET, socket.SO_ACCEPTCONN)


def sockets_at(address: Any) -> list[int]:
    """Descriptors of this process whose own address is `address`; [] where the system does not tell.

    A connection has its address until it is closed on this side, whatever the other side has done.
    """
    return [number for number in _sockets() if _own_address(number) == address]


def somebody_listens() -> bool:
    """Whether any of this process's sockets is one that clients come to; True where the system does not tell."""
    found = _sockets()
    return not found or any(_asked(number, lambda sock: sock.getsockopt(*LISTENS)) for number in found)


def wait_until_read(conn: Any, patience: float) -> None:
    """Wait until this process has read what `conn` has sent to it; `patience` is for who does not read."""
    time.sleep(LOOK / 4)  # meanwhile it arrives, if it has not arrived yet
    with suppress(OSError):
        readers = sockets_at(Plain.getpeername(conn))
        looked_for(lambda: not any(map(readable, readers)), patience)


def hang_up(number: int) -> None:
    """End the connection for both sides; the descriptor stays open, as it is not ours to close."""
    with suppress(OSError):
        sock = Plain(fileno=number)
        try:
            sock.shutdown(socket.SHUT_RDWR)
        finally:
            sock.detach()


def _sockets() -> list[int]:
    with suppress(OSError):
        return [number for number in map(int, os.listdir("/proc/self/fd")) if _is_socket(number)]
    return []


def _is_socket(number: int) -> bool:
    with suppress(OSError):
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    return False


def _own_address(number: int) -> Any:
    return _asked(number, Plain.getsockname)


def _asked(number: int, question: Callable[[socket.socket], Any]) -> Any:
    """What the socket of that descriptor answers; None if it is none, or gone. It stays open."""
    with suppress(OSError):
        sock = Plain(fileno=number)
        try:
            return question(sock)
        finally:
            sock.detach()
    return None
