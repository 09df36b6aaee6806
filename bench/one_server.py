"""One server in a process of its own: `python bench/one_server.py NAME CLIENTS`.

Reads the lesson's cells, a list in JSON, from the first line of stdin; prints its port; ends when stdin closes.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

WORKERS = 32  # of the pool server: what `ThreadPoolExecutor()` has at most by default
BACKLOG = 4096
Names = dict[str, Any]


def threads(names: Names) -> int:
    """The lesson's server with a thread for each client."""
    address, _ = names["start"](names["talk"])
    return int(address[1])


def pool(names: Names) -> int:
    """The lesson's pool server."""
    server = _listener()
    names["keep"] = names["communicate"](server, WORKERS)
    return int(server.getsockname()[1])


def greenlets(names: Names) -> int:
    """The lesson's accept loop with a greenlet for each client."""
    import gevent

    return _greenlets(names, gevent.spawn)


def raw_greenlets(names: Names) -> int:
    """The same with the least gevent can make: greenlets that nobody can join or kill."""
    import gevent

    return _greenlets(names, gevent.spawn_raw)


def _greenlets(names: Names, spawn: Callable[..., Any]) -> int:
    import gevent

    server = _listener()
    names["keep"] = gevent.spawn(names["serve"], server, spawn, names["talk"])
    return int(server.getsockname()[1])


def stream_server(names: Names) -> int:
    """gevent's own server, with the lesson's conversation."""
    from gevent.server import StreamServer

    talk = names["talk"]
    names["keep"] = server = StreamServer(_listener(), lambda conn, address: talk(conn))
    server.start()
    return int(server.server_port)


def asyncio_streams(names: Names) -> int:
    """asyncio as its documentation begins, for reference."""
    import asyncio

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(1024):
                writer.write(data.upper())
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(talk, sock=listener, backlog=BACKLOG)
        await server.serve_forever()

    listener = _listener()
    threading.Thread(target=asyncio.run, args=(serve(),), daemon=True).start()
    return int(listener.getsockname()[1])


SERVERS: dict[str, tuple[Callable[[Names], int], list[str]]] = {
    "a thread per client": (threads, ["talk", "start"]),
    f"pool of {WORKERS}": (pool, ["communicate"]),
    "greenlets": (greenlets, ["talk", "serve"]),
    "raw greenlets": (raw_greenlets, ["talk", "serve"]),
    "gevent StreamServer": (stream_server, ["talk"]),
    "asyncio streams": (asyncio_streams, []),
}
PATCHED = ("greenlets", "raw greenlets", "gevent StreamServer")


def _listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)


def main(name: str) -> None:
    """Start the server called `name` and wait for the end of stdin."""
    if name in PATCHED:
        from gevent import monkey

        monkey.patch_all()
    from course.crowd.limits import allow_descriptors

    allow_descriptors(int(sys.argv[2]))
    names: Names = {}
    for source in json.loads(sys.stdin.readline()):
        exec(source, names)
    print(SERVERS[name][0](names), flush=True)
    if name in PATCHED:
        import gevent

        gevent.get_hub().threadpool.spawn(sys.stdin.read).get()
    else:
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
    sys.stdout.flush()
    import os

    os._exit(0)  # hundreds of threads may still sit at their clients
