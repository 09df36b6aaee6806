"""Sockets: accepted, waiting in recv, got, sent, closed."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from course.watch.recorder import is_machinery, recorder
from course.watch.waits import waiting
from course.watch.wrapping import wrapped


@contextmanager
def watch_sockets() -> Iterator[None]:
    """Record what is done with sockets, of the standard library and, if in use, of gevent."""
    with ExitStack() as stack:
        for kind in _kinds():
            for name in ("recv", "recv_into"):
                stack.enter_context(wrapped(kind, name, _receives))
            stack.enter_context(wrapped(kind, "send", _sends))
            stack.enter_context(wrapped(kind, "sendall", _sends_all))
            stack.enter_context(wrapped(kind, "accept", _accepts))
            stack.enter_context(wrapped(kind, "connect", _connects))
            stack.enter_context(wrapped(kind, "close", _closes))
        yield


def _kinds() -> set[type]:
    gevent: Any = sys.modules.get("gevent.socket")
    monkey: Any = sys.modules.get("gevent.monkey")
    kinds: set[type] = {socket.socket}
    if gevent is not None:
        kinds.add(gevent.socket)
    if monkey is not None:
        kinds.add(monkey.get_original("socket", "socket"))
    return kinds


def name_of(connection: Any) -> str:
    """`conn 1` for the first connection that this recording has seen."""
    return f"conn {recorder.number('connection', connection) + 1}"


def _unwatched() -> bool:
    caller = sys._getframe(2)
    within = str(caller.f_globals.get("__name__")).startswith("gevent.")  # its `sendall` calls `send`, told already
    return not recorder.on or within or is_machinery(caller)


def _receives(original: Any) -> Callable[..., Any]:
    def receive(self: Any, *args: Any, **kwargs: Any) -> Any:
        if _unwatched():
            return original(self, *args, **kwargs)
        name = name_of(self)
        with waiting("recv", on=name):
            got = original(self, *args, **kwargs)
        recorder.record("got", on=name, size=got if isinstance(got, int) else len(got))
        return got

    return receive


def _sends(original: Any) -> Callable[..., Any]:
    def send(self: Any, data: Any, *args: Any, **kwargs: Any) -> int:
        if _unwatched():
            return int(original(self, data, *args, **kwargs))
        size = int(original(self, data, *args, **kwargs))
        recorder.record("sent", on=name_of(self), size=size)
        return size

    return send


def _sends_all(original: Any) -> Callable[..., Any]:
    def sendall(self: Any, data: Any, *args: Any, **kwargs: Any) -> None:
        if _unwatched():
            return original(self, data, *args, **kwargs)  # type: ignore[no-any-return]
        name, size = name_of(self), memoryview(data).nbytes
        with waiting("send", on=name):
            original(self, data, *args, **kwargs)
        recorder.record("sent", on=name, size=size)
        return None

    return sendall


def _accepts(original: Any) -> Callable[..., Any]:
    def accept(self: Any) -> Any:
        if _unwatched():
            return original(self)
        with waiting("accept"):
            connection, peer = original(self)
        recorder.record("accepted", on=name_of(connection), text=_text(peer))
        return connection, peer

    return accept


def _connects(original: Any) -> Callable[..., Any]:
    def connect(self: Any, address: Any) -> Any:
        if _unwatched():
            return original(self, address)
        with waiting("connect", on=name_of(self)):
            return original(self, address)

    return connect


def _closes(original: Any) -> Callable[..., Any]:
    def close(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not _unwatched() and recorder.has("connection", self) and self.fileno() != -1:
            recorder.record("closed", on=name_of(self))
        return original(self, *args, **kwargs)

    return close


def _text(peer: Any) -> str:
    return f"{peer[0]}:{peer[1]}" if isinstance(peer, tuple) else str(peer)
