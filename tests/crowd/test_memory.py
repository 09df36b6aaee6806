import os
import socket
import subprocess
import sys

import psutil

from course.crowd.memory import resident, server_process
from tests.crowd.servers import GUARD, nobody_listens

SERVER = """
import socket
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
input()
"""


def test_a_server_in_this_process_is_found() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = server_process(server.getsockname()[1])
    assert found is not None
    assert found.pid == os.getpid()


def test_a_server_in_a_child_is_found() -> None:
    child = subprocess.Popen([sys.executable, "-c", SERVER], stdin=-1, stdout=-1, text=True)
    assert child.stdout is not None
    try:
        found = server_process(int(child.stdout.readline()))
        assert found is not None
        assert found.pid == child.pid
    finally:
        child.communicate("\n", timeout=GUARD)


def test_where_nobody_listens_there_is_none() -> None:
    with nobody_listens() as (_, port):
        assert server_process(port) is None


def test_what_a_process_takes_is_seen() -> None:
    me = psutil.Process()
    before = resident(me)
    taken = b"x" * 30_000_000
    assert resident(me) - before > len(taken) * 0.9
