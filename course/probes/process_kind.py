"""Which process is at the other end of a socket, and how was it started? Asked of the system, not of the process.

Whoever connects over a Unix socket is known to Linux by its process. What that was started with says how: a forked
process has the command line of its parent, one that was spawned or comes from a fork server names that.
"""

from __future__ import annotations

import os
import re
import socket
import struct
from pathlib import Path

CAN_TELL = hasattr(socket, "SO_PEERCRED") and hasattr(socket, "AF_UNIX") and Path("/proc/self/cmdline").exists()
#: what `multiprocessing` gives to `python -c`; a fork server's children have its command line
STARTED = {
    re.compile(rb"from multiprocessing\.spawn import spawn_main; spawn_main\([\w=, ]*\)"): "SpawnProcess",
    re.compile(rb"from multiprocessing\.forkserver import main; main\([^;]*\)"): "ForkServerProcess",
}
#: what is executed, the interpreter's own options, and what `-c` is given; after a `-` or a file nobody reads that
_PROGRAM = re.compile(rb"[^\0]*(?:\0-X\0[^\0]+|\0-[XW][^\0]+|\0-[bBdEiIOPqRsSuvx]+)*\0-c\0([^\0]*)\0.*", re.DOTALL)
_CREDENTIALS = struct.Struct("3i")  # pid, uid, gid


def peer_of(connection: socket.socket) -> int:
    """The pid of the process that connected."""
    pid: int = _CREDENTIALS.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size))[0]
    return pid


def kind_of(pid: int) -> str:
    """`ForkProcess`, `SpawnProcess` or `ForkServerProcess`; `another process` if it is none of them, or gone."""
    line = _command_line(pid)
    if pid != os.getpid() and line == _command_line(os.getpid()):
        return "ForkProcess"
    found = _PROGRAM.fullmatch(line)
    program = found[1] if found else b""
    return next((kind for started, kind in STARTED.items() if started.fullmatch(program)), "another process")


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
