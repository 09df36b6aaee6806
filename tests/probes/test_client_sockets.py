"""A descriptor that a client left open is found, whatever has become of its socket."""

from __future__ import annotations

import os
import socket

from course.probes.tcp import watch_client


def visit(address: tuple[str, int]) -> socket.socket:
    conn = socket.create_connection(address)
    conn.sendall(b"hello")
    conn.recv(5)
    return conn


def test_one_that_was_detached_and_not_closed_is_left_open() -> None:
    def client(address: tuple[str, int], _: object) -> None:
        conn = visit(address)
        conn.shutdown(socket.SHUT_RDWR)
        conn.detach()

    assert watch_client(client, ["hello"]).left_open == 1


def test_one_that_was_closed_by_another_socket_or_by_its_number_is_not() -> None:
    def by_another(address: tuple[str, int], _: object) -> None:
        with socket.socket(fileno=visit(address).detach()):
            pass

    def by_number(address: tuple[str, int], _: object) -> None:
        os.close(visit(address).detach())

    assert watch_client(by_another, ["hello"]).left_open == watch_client(by_number, ["hello"]).left_open == 0
