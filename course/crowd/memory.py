"""Which process serves an address, and what it holds in memory."""

from __future__ import annotations

import psutil


def server_process(port: int) -> psutil.Process | None:
    """The process that listens on `port`: this one or a child of it; None if it is neither."""
    me = psutil.Process()
    return next((process for process in [me, *me.children(recursive=True)] if _listens(process, port)), None)


def resident(process: psutil.Process) -> int:
    """Bytes of it that are in memory now, the code included; the system's own socket buffers are not."""
    return int(process.memory_info().rss)


def _listens(process: psutil.Process, port: int) -> bool:
    try:
        found = process.net_connections("tcp")
    except psutil.Error:  # it has ended, or is none of our business
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in found)
