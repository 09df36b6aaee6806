"""The queue of a listening socket: how many wait there and how many may. Asked of Linux as `ss -ltn` does.

One question and one answer, however many connections there are; /proc/net/tcp would list them all.
"""

from __future__ import annotations

import socket
import struct

NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, REQUEST_DUMP = 4, 20, 0x301
LISTENING, HEADER, NO_COOKIE = 1 << 10, 16, 0xFFFFFFFF
QUEUE_AT = HEADER + 4 + 48 + 4  # in the answer: behind the family and so on, the pair of addresses, a timer


def listen_queue(port: int, ipv6: bool = False) -> tuple[int, int] | None:
    """How many wait at the socket that listens on `port`, and how many may, which is what `listen(n)` came to.

    None if nobody listens or the system does not tell: it is no Linux, or a box that forbids the question.
    """
    family = socket.AF_INET6 if ipv6 else socket.AF_INET
    pair = struct.pack("!HH16s16sI", port, 0, b"", b"", 0) + struct.pack("=II", NO_COOKIE, NO_COOKIE)
    question = struct.pack("=BBBxI", family, socket.IPPROTO_TCP, 0, LISTENING) + pair
    header = struct.pack("=IHHII", HEADER + len(question), SOCK_DIAG_BY_FAMILY, REQUEST_DUMP, 1, 0)
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as kernel:
            kernel.sendall(header + question)
            answer = kernel.recv(65536)
    except (AttributeError, OSError):
        return None
    kind = struct.unpack_from("=IH", answer)[1]
    if kind != SOCK_DIAG_BY_FAMILY or len(answer) < QUEUE_AT + 8:
        return None
    waiting, size = struct.unpack_from("=II", answer, QUEUE_AT)
    return waiting, size
