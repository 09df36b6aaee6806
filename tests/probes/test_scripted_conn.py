"""The scripted connection behaves as sockets may, and never waits."""

from __future__ import annotations

import pytest

from course.probes.scripted_conn import NothingComes, ScriptedConn


def test_chunks_come_as_the_script_says_and_then_the_end() -> None:
    conn = ScriptedConn([b"abc", b"de"])
    assert [conn.recv(2), conn.recv(9), conn.recv(9), conn.recv(9)] == [b"ab", b"c", b"de", b""]


def test_an_exception_of_the_script_is_raised() -> None:
    conn = ScriptedConn([b"a", ConnectionResetError("reset")])
    assert conn.recv(9) == b"a"
    with pytest.raises(ConnectionResetError):
        conn.recv(9)


def test_send_takes_a_part_and_sendall_all() -> None:
    conn = ScriptedConn(takes=3)
    assert conn.send(b"abcdef") == 3
    conn.sendall(b"defg")
    assert conn.sent == b"abcdefg"
    assert conn.log == [("send", b"abc"), ("send", b"defg")]


def test_the_answer_comes_in_pieces_and_then_nothing() -> None:
    conn = ScriptedConn(answer=bytes.upper, gives=2)
    conn.sendall(b"abc")
    assert [conn.recv(9), conn.recv(9)] == [b"AB", b"C"]
    with pytest.raises(NothingComes):
        conn.recv(9)


def test_after_close_it_is_a_bad_descriptor() -> None:
    conn = ScriptedConn([b"a"])
    with conn.handed() as handed:
        pass
    handed.close()
    assert conn.log == [("close", None)]
    with pytest.raises(OSError, match="Bad file descriptor"):
        handed.recv(1)


def test_reading_the_end_for_ever_is_noticed() -> None:
    conn = ScriptedConn()
    assert [conn.recv(1) for _ in range(1000)] == [b""] * 1000
    with pytest.raises(NothingComes, match="read 1000 times"):
        conn.recv(1)


def test_sending_to_a_peer_that_is_gone() -> None:
    with pytest.raises(BrokenPipeError):
        ScriptedConn(broken=BrokenPipeError()).sendall(b"a")


def test_files_on_it() -> None:
    conn = ScriptedConn([b"one\ntw", b"o\n"])
    assert list(conn.makefile("rb")) == [b"one\n", b"two\n"]
    with conn.makefile("rwb") as file:
        file.write(b"three")
        file.flush()
    assert conn.sent == b"three"
    assert list(ScriptedConn([b"\xc3", b"\xa9\n"]).makefile("r", encoding="utf-8")) == ["é\n"]


def test_reading_into_a_buffer() -> None:
    buffer = bytearray(4)
    assert ScriptedConn([b"abc"]).recv_into(buffer) == 3
    assert bytes(buffer) == b"abc\0"
