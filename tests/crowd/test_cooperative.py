import subprocess
import sys
import threading

import pytest

from course.crowd.cooperative import Latch, start_thread, unpatched
from tests.crowd.servers import GUARD

FULL = "from gevent import monkey; monkey.patch_all()"
PART = FULL.replace("()", "(thread=False, os=False, signal=False, queue=False, subprocess=False)")
NONE = "from gevent import socket"

SERVER = """
import gevent
if "socket" not in globals():
    import socket
from course.crowd import Crowd, crowd, compare
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(128)

def talk(conn):
    while data := conn.recv(1024):
        conn.sendall(data.upper())

def serve():
    while True:
        gevent.spawn(talk, server.accept()[0])

gevent.spawn(serve)
"""


def run(*code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(code)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("patch", [FULL, PART, NONE])
def test_a_greenlet_server_of_this_very_thread_goes_on(patch: str) -> None:
    visit = """
print(Crowd(server.getsockname(), 30).start().wait().answered)
with crowd(server.getsockname(), 30) as visitors:
    print(visitors.talk().answered, visitors.talk().answered)
print(visitors.ended)
"""
    assert run(patch, SERVER, visit) == "30\n30 30\nTrue\n"


@pytest.mark.parametrize("patch", [FULL, PART])
def test_no_child_is_left_a_zombie(patch: str) -> None:
    look = """
import psutil
visitors = Crowd(server.getsockname(), 3).start()
(child,) = psutil.Process().children()
visitors.wait()
for _ in range(200):
    if not child.is_running() or child.status() != psutil.STATUS_ZOMBIE:
        break
    gevent.sleep(0.05)
else:
    raise SystemExit("a zombie")
"""
    run(patch, SERVER, look)


def test_other_greenlets_run_while_one_waits_and_the_value_comes_back() -> None:
    code = """
import gevent, threading
from course.crowd.cooperative import cooperative_wait
event = threading.Event()
gevent.spawn(event.set)
print(cooperative_wait(lambda: event.wait(10)))
"""
    assert run(code) == "True\n"


def test_without_greenlets_the_thread_itself_waits() -> None:
    code = """
import threading
from course.crowd.cooperative import cooperative_wait
print(cooperative_wait(threading.get_ident) == threading.get_ident())
"""
    assert run(code) == "True\n"


def test_the_real_thing_is_found_with_and_without_patches() -> None:
    assert unpatched("socket", "socket") is __import__("socket").socket
    code = """
import time; real = time.sleep
from gevent import monkey; monkey.patch_all()
from course.crowd.cooperative import unpatched
print(time.sleep is real, unpatched("time", "sleep") is real)
"""
    assert run(code) == "False True\n"


def test_a_latch_lets_everybody_go_on() -> None:
    latch, passed = Latch(), threading.Semaphore(0)
    assert not latch.block(0)
    for _ in range(3):
        start_thread(lambda: passed.release() if latch.block(GUARD) else None)
    latch.set()
    latch.set()
    assert all(passed.acquire(timeout=GUARD) for _ in range(3))
    assert latch.wait()
    assert latch.is_set
