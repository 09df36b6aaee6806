"""Sockets: accepted, waiting, got, sent, closed, on the lane that talks."""

import socket
import threading
from typing import Any

import gevent
import pytest
from gevent import socket as green

from course.watch import Log, watch


def talk(conn: Any) -> None:
    while data := conn.recv(1024):
        conn.sendall(data.upper())
    conn.close()


def story(log: Log, on: str) -> list[str]:
    kinds = ("accepted", "got", "sent", "closed")
    return [f"{e.kind} {e.size}" if e.size >= 0 else e.kind for e in log.only(*kinds) if e.on == on]


def test_a_conversation_on_a_thread() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, watch() as log:
        thread = threading.Thread(target=lambda: talk(server.accept()[0]), name="talker")
        thread.start()
        with socket.create_connection(server.getsockname()) as client:
            client.sendall(b"hello")
            assert client.recv(10) == b"HELLO"
        thread.join()
    (accepted,) = log.only("accepted")
    assert story(log, accepted.on) == ["accepted", "got 5", "sent 5", "got 0", "closed"]
    assert {event.lane for event in log if event.on == accepted.on} == {"talker"}
    assert ("recv", accepted.on) in {(event.text, event.on) for event in log.only("wait")}
    assert accepted.text.startswith("127.0.0.1:")


def test_a_conversation_on_a_greenlet() -> None:
    with green.socket() as server, watch() as log:
        server.bind(("127.0.0.1", 0))
        server.listen()
        talker = gevent.spawn(lambda: talk(server.accept()[0]))
        with green.create_connection(server.getsockname()) as client:
            client.sendall(b"hello")
            assert client.recv(10) == b"HELLO"
        talker.join()
    (accepted,) = log.only("accepted")
    assert story(log, accepted.on) == ["accepted", "got 5", "sent 5", "got 0", "closed"]


def test_send_and_recv_into() -> None:
    here, there = socket.socketpair()
    with here, there, watch() as log:
        assert here.send(b"one") == 3
        assert there.recv_into(bytearray(10)) == 3
    assert [(event.kind, event.size) for event in log.only("got", "sent")] == [("sent", 3), ("got", 3)]


def test_errors_are_the_socket_s_own() -> None:
    here, there = socket.socketpair()
    here.setblocking(False)
    with there, watch() as log:
        with pytest.raises(BlockingIOError):
            here.recv(1)
        here.close()
        with pytest.raises(OSError, match="Bad file descriptor"):
            here.recv(1)
        here.close()
    assert len(log.only("wait")) == len(log.only("woke"))
    assert len(log.only("closed")) == 1
    assert log.only("got") == []
