"""Stingy sockets move a few bytes at a time, only for the learner's thread, and are gone afterwards."""

from __future__ import annotations

import socket
import threading

from course.probes.guard import Call, call
from course.probes.tcp.stingy_sockets import stingy_sockets


def echo_once(server: socket.socket) -> None:
    conn, _ = server.accept()
    with conn:
        conn.sendall(conn.recv(100))


def test_the_learner_s_socket_gives_two_bytes_at_a_time_and_the_server_s_all() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, stingy_sockets(server.getsockname(), 2) as book:
        serving = Call(echo_once, server, thread_name="server")

        def visit() -> list[bytes]:
            with socket.create_connection(server.getsockname()) as conn:
                conn.sendall(b"hello")
                return [conn.recv(100), conn.recv(100), conn.recv(100)]

        assert call(visit).value == [b"he", b"ll", b"o"]
        assert serving.wait().returned
        assert len(book.made) == 2  # the server's, made by `accept`, leads elsewhere and gives all


def test_reading_what_nobody_owes_is_noticed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, stingy_sockets(server.getsockname(), 100):

        def visit() -> bytes:
            return socket.create_connection(server.getsockname()).recv(100)

        assert "NothingComes: it read when nothing more was to come" in call(visit).story


def test_who_reads_before_another_thread_asks_is_answered() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, stingy_sockets(server.getsockname(), 100):
        Call(echo_once, server, thread_name="server")

        def visit() -> bytes:
            with socket.create_connection(server.getsockname()) as conn:
                threading.Timer(0.05, conn.sendall, [b"hello"]).start()
                return conn.recv(100)

        assert call(visit).value == b"hello"


def test_afterwards_sockets_are_plain_again() -> None:
    before = socket.socket
    with stingy_sockets(("127.0.0.1", 1), 1):
        assert socket.socket is not before
    assert socket.socket is before


def test_a_socket_tells_nothing_of_the_book_that_is_kept() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, stingy_sockets(server.getsockname(), 2) as book:

        def visit() -> bool:
            conn = socket.create_connection(server.getsockname())
            return not {"made", "most", "owed", "plain"} & set(dir(conn))

        assert call(visit).value is True
        assert len(book.made) == 1
