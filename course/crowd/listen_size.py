"""How many connections may wait at a listening socket: what `listen(n)` came to. Asked of Linux as `ss -ltn` does."""

from __future__ import annotations

import socket
import struct

NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, REQUEST_DUMP = 4, 20, 0x301
LISTENING, HEADER, NO_COOKIE = 1 << 10, 16, 0xFFFFFFFF
SIZE_AT = HEADER + 4 + 48 + 8  # in the answer: family.., the pair of addresses, expires and receive queue


def listen_size(port: int, ipv6: bool = False) -> int | None:
    """The greatest backlog of the socket that listens on `port`; None if nobody does or the system does not tell."""
    family = socket.AF_INET6 if ipv6 else socket.AF_INET
    pair = struct.pack("!HH16s16sI", port, 0, b"", b"", 0) + struct.pack("=II", NO_COOKIE, NO_COOKIE)
    question = struct.pack("=BBBxI", family, socket.IPPROTO_TCP, 0, LISTENING) + pair
    header = struct.pack("=IHHII", HEADER + len(question), SOCK_DIAG_BY_FAMILY, REQUEST_DUMP, 1, 0)
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as kernel:
            kernel.sendall(header + question)
            answer = kernel.recv(65536)
    except (AttributeError, OSError):  # no Linux, or a box that forbids it
        return None
    kind = struct.unpack_from("=IH", answer)[1]
    if kind != SOCK_DIAG_BY_FAMILY or len(answer) < SIZE_AT + 4:
        return None
    size: int = struct.unpack_from("=I", answer, SIZE_AT)[0]
    return size
