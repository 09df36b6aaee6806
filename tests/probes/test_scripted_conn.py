"""The scripted connection behaves as sockets may, and never waits."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress

import pytest

from course.probes.for_ever import EARLY, NothingComes, waits_for_ever
from course.probes.guard import call
from course.probes.log import Log
from course.probes.scripted_conn import ScriptedConn


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


def looks_in_vain(conn: ScriptedConn, flags: int = 0) -> int:
    """How often nothing has come before the next piece, which is taken."""
    for n in range(100):
        with suppress(BlockingIOError):
            conn.recv(9, flags)
            return n
    raise AssertionError("it never came")


def test_who_will_not_wait_looks_before_each_piece_has_come_sometimes_once_and_sometimes_often() -> None:
    conn = ScriptedConn([b"ab"] * len(EARLY))
    conn.setblocking(False)
    assert not conn.getblocking()
    assert conn.gettimeout() == 0
    assert sorted(looks_in_vain(conn) for _ in EARLY) == sorted(EARLY)
    assert looks_in_vain(ScriptedConn([b"ab"]), socket.MSG_DONTWAIT) > 0


def test_which_piece_is_long_in_coming_differs() -> None:
    assert len({looks_in_vain(ScriptedConn([b"ab"]), socket.MSG_DONTWAIT) for _ in range(100)}) > 2


def test_looking_for_ever_at_a_peer_that_says_nothing_is_noticed_whoever_catches_it() -> None:
    conn = ScriptedConn(answer=bytes.upper)
    conn.settimeout(0)
    for _ in range(max(EARLY)):
        with pytest.raises(BlockingIOError):
            conn.recv(1)
    with pytest.raises(NothingComes, match="looked 20 times"):
        conn.recv(1)
    assert "looked 20 times" in conn.for_ever


def test_what_was_caught_and_gone_on_from_has_not_returned() -> None:
    def goes_on(conn):
        with suppress(BaseException):
            conn.recv(1)
        return "a"

    conn, log = ScriptedConn(answer=bytes.upper), Log()
    outcome = call(goes_on, conn.handed())
    log.end(outcome)
    assert waits_for_ever(log, outcome, conn.for_ever)
    assert (log.returned, log.value) == (False, None)
    assert log.story.startswith("`goes_on` went on where a real connection would wait for ever: everything the peer")


@pytest.mark.parametrize("how", [socket.SHUT_WR, socket.SHUT_RDWR])
def test_nothing_is_sent_on_a_connection_that_was_shut(how: int) -> None:
    conn = ScriptedConn(answer=bytes.upper)
    conn.sendall(b"a")
    conn.shutdown(how)
    with pytest.raises(BrokenPipeError):
        conn.sendall(b"b")
    assert (conn.recv(9), conn.recv(9)) == ((b"A", b"") if how == socket.SHUT_WR else (b"", b""))


def test_flags_do_what_they_do_on_a_socket_or_are_refused() -> None:
    conn, buffer = ScriptedConn([b"abc", b"d"]), bytearray(4)
    assert conn.recv_into(buffer, 3, socket.MSG_PEEK) == 3
    assert conn.recv(4, socket.MSG_WAITALL) == b"abcd"
    with pytest.raises(OSError, match="not supported"):
        conn.recv(1, socket.MSG_OOB)
    with pytest.raises(OSError, match="not supported"):
        conn.sendall(b"a", socket.MSG_OOB)


def test_only_bytes_can_be_sent() -> None:
    for data in (5, "text", [1, 2]):
        with pytest.raises(TypeError):
            ScriptedConn().sendall(data)


def test_what_was_heard_is_what_was_taken() -> None:
    conn = ScriptedConn([b"abc"])
    conn.recv(3, socket.MSG_PEEK)
    conn.recv(2)
    assert conn.heard == b"ab"


def test_it_can_be_asked_what_a_socket_can_be_asked() -> None:
    conn = ScriptedConn().handed()
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    conn.settimeout(5)
    assert conn.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
    assert (conn.family, conn.type, conn.proto, conn.timeout) == (socket.AF_INET, socket.SOCK_STREAM, 0, 5)
    assert conn.fileno() != -1
    assert conn.getpeername() != conn.getsockname()
    conn.close()
    assert conn.fileno() == -1
    with pytest.raises(OSError, match="Bad file descriptor"):
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)


def test_an_error_of_the_script_has_its_number() -> None:
    with pytest.raises(ConnectionResetError) as raised:
        ScriptedConn([ConnectionResetError("reset")]).recv(1)
    assert raised.value.errno == errno.ECONNRESET
