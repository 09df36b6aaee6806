import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic

import pytest

from course.crowd import Backlog, Seats, backlog, seats
from course.crowd.listen_queue import listen_queue
from course.crowd.listening import count_seats
from course.errors import CourseError
from tests.crowd.servers import GUARD, nobody_listens

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
# port 8080 is 1F90: it listens with 2 waiting; two more are accepted, one of them unread; 1F91 and 11F90.. are others
TABLE = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000     0        0 607870 4 0 100 0 0 10 0
   1: 0100007F:1F91 00000000:0000 0A 00000000:00000005 00:00000000 00000000     0        0 87 1 0 100 0 0 10 0
   2: 0100007F:1F90 0100007F:A240 01 00000000:00000001 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
   3: 0100007F:1F90 0100007F:A244 01 00000000:00000000 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
   4: 0100007F:1F90 0100007F:A23E 01 00000000:00000012 00:00000000 00000000     0        0 607873 1 0 20 4 30 10 -1
   5: 0100007F:1F90 0100007F:A246 08 00000000:00000000 00:00000000 00000000     0        0 607874 1 0 20 4 30 10 -1
   6: 0100007F:1F90 0100007F:A248 06 00000000:00000000 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
   7: 0100007F:A23E 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 607871 2 0 20 0 0 11 -1
"""


def eventually(look: Callable[[], object], expected: object) -> None:
    """The system shakes hands in its own time: look until it has."""
    deadline = monotonic() + GUARD
    while (found := look()) != expected:
        assert monotonic() < deadline, f"{found} instead of {expected}"


def test_seats_are_counted_in_the_system_s_table() -> None:
    assert count_seats(TABLE, 0x1F90, size=128) == Seats(waiting=2, size=128, accepted=2, unread=1)
    assert count_seats(TABLE, 0x1F91) == Seats(waiting=5, size=None, accepted=0, unread=0)


def test_a_connection_that_stands_in_the_table_twice_is_one() -> None:
    twice = TABLE + TABLE.splitlines(keepends=True)[5]
    assert count_seats(twice, 0x1F90, size=128) == Seats(waiting=2, size=128, accepted=2, unread=1)


def test_where_nobody_listens_there_are_no_seats() -> None:
    assert count_seats(TABLE, 0xA23E) is None
    assert count_seats("", 80) is None


def test_both_say_it_in_a_line() -> None:
    assert str(Seats(1500, 4096, 2000, 7)) == (
        "3,500 connected: 1,500 of 4,096 in the backlog, 2,000 accepted, of these 7 not yet listened to."
    )
    assert str(Seats(1, None, 0, 0)).startswith("1 connected: 1 in the backlog, 0 accepted")
    assert str(Backlog(3, 5)) == "3 connected and not yet accepted (there is room for 5)."
    assert str(Backlog(3, None)) == "3 connected and not yet accepted."


@linux
@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_clients_move_from_the_backlog_to_their_seats(family: int, host: str) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(socket.create_server((host, 0), family=family, backlog=7))
        assert backlog(server) == Backlog(0, 7)
        clients = [stack.enter_context(socket.create_connection(server.getsockname()[:2])) for _ in range(3)]
        eventually(lambda: backlog(server), Backlog(3, 7))
        stack.enter_context(server.accept()[0])
        eventually(lambda: seats(server.getsockname()), Seats(2, 7, 1, 0))
        clients[0].sendall(b"hello")
        eventually(lambda: seats(server), Seats(2, 7, 1, 1))


@linux
def test_where_nobody_listens_is_a_sentence() -> None:
    with nobody_listens() as address:
        assert listen_queue(address[1]) is None
        with pytest.raises(CourseError, match="Nobody listens on 127"):
            backlog(address)


def test_elsewhere_than_on_linux_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.listening.sys.platform", "darwin")
    with pytest.raises(CourseError, match="Only Linux"):
        backlog(("127.0.0.1", 80))


@linux
def test_a_box_that_forbids_the_question_hides_the_size_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object) -> None:
        raise PermissionError

    with socket.create_server(("127.0.0.1", 0), backlog=7) as server:
        assert listen_queue(server.getsockname()[1]) == (0, 7)
        monkeypatch.setattr("course.crowd.listen_queue.socket.socket", forbidden)
        assert listen_queue(server.getsockname()[1]) is None
        assert backlog(server) == Backlog(0, None)
