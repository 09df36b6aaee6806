import socket
from typing import Any

import pytest

from course.crowd.address import local
from course.errors import CourseError


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1"])
def test_this_machine_is_visited_as_it_is_named(host: str) -> None:
    assert local((host, 80)) == (host, 80)


@pytest.mark.parametrize(("host", "visited"), [("", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "::1")])
def test_a_server_on_all_interfaces_is_visited_through_the_loopback(host: str, visited: str) -> None:
    assert local((host, 80)) == (visited, 80)


def test_what_getsockname_says_will_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert local(server.getsockname()) == server.getsockname()
    assert local(("::1", 80, 0, 0)) == ("::1", 80)
    assert local(["localhost", 80]) == ("127.0.0.1", 80)


@pytest.mark.parametrize("address", [("10.0.0.1", 80), ("example", 80), ("192.168.0.1", 80), (None, 80)])
def test_no_other_machine_is_visited(address: Any) -> None:
    with pytest.raises(CourseError, match="on this machine only"):
        local(address)


@pytest.mark.parametrize("address", ["127.0.0.1:80", 80, None, ("127.0.0.1",), b"ab"])
def test_what_is_no_address_gets_an_example(address: Any) -> None:
    with pytest.raises(CourseError, match=r'is no address: .*\("127\.0\.0\.1", 8080\)'):
        local(address)


@pytest.mark.parametrize("port", [0, 65536, "80", True, None, -1])
def test_what_is_no_port_is_named(port: Any) -> None:
    with pytest.raises(CourseError, match=f"{port!r} is no port"):
        local(("127.0.0.1", port))
