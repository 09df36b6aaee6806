"""Stop stops the cell and leaves the server alone; a greenlet that holds everyone up can be stopped too."""

from __future__ import annotations

import threading

import pytest

from tests.gevent_kernel.kernels import GUARD, Kernel, announced, answers, ask

HOG = "def hog():\n    going()\n    while True: pass\n"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import time; going(); time.sleep(3600)", "KeyboardInterrupt"),
        ("import gevent.event; going(); gevent.event.Event().wait()", "KeyboardInterrupt"),
        ("going()\nwhile True: pass", "KeyboardInterrupt"),
        ("import asyncio; going(); await asyncio.sleep(3600)", "CancelledError"),
        (HOG + "import gevent; gevent.spawn(hog).join()", "KeyboardInterrupt"),
    ],
    ids=["sleep", "event", "busy", "await", "hog"],
)
def test_interrupt_stops_the_cell_not_the_server(kernel: Kernel, port: int, code: str, error: str) -> None:
    assert kernel.interrupted(code).error == error
    assert ask(port, 3) == answers(3)


def test_a_greenlet_that_holds_the_idle_kernel_up_can_be_stopped(kernel: Kernel, port: int) -> None:
    said = kernel.interrupted(HOG + "import gevent; stuck = gevent.spawn(hog)")
    assert "KeyboardInterrupt" in said.stderr + kernel.run("stuck.join()").stderr
    assert ask(port) == answers()


def test_an_interrupt_while_a_server_answers_stops_neither(kernel: Kernel, port: int) -> None:
    """It arrives while a greenlet runs, and no cell: nothing to stop."""
    with announced() as going:
        kernel.run(
            "import gevent\nfrom gevent import monkey\nplain = monkey.get_original('socket', 'socket')\n"
            "done = []\ndef work():\n"
            f"    with plain() as there: there.connect(('127.0.0.1', {going}))\n"
            "    sum(range(5_000_000))\n    done.append(True)\n"
            "working = gevent.spawn_later(0.05, work)"
        )
        going.wait()
        kernel.manager.interrupt_kernel()
    assert kernel.run("working.join(); done").result == "[True]"
    assert ask(port) == answers()


def test_exit_in_a_greenlet_ends_that_greenlet_only(kernel: Kernel, port: int) -> None:
    kernel.run("import gevent, sys; leaving = gevent.spawn_later(0.01, sys.exit, 1)")
    assert kernel.run("leaving.join(); leaving.ready()").error == ""
    assert ask(port) == answers()


def test_restart_and_shutdown_are_quiet(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.gevent_kernel.kernels import ON, SERVER

    kernel = Kernel(tmp_path_factory.mktemp("restart"), **environment)
    for _ in range(2):
        kernel.run(ON)
        port = int(kernel.run(SERVER).stdout)
        assert ask(port, 3) == answers(3)
        kernel.client.stop_channels()
        kernel.manager.restart_kernel()
        kernel.connect()
    assert kernel.stop() == ""


def test_twenty_starts(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Side by side, so that they disturb each other; bench/gevent_kernel.py starts 200."""
    said: list[str] = []

    def start(folder: object) -> None:
        from tests.gevent_kernel.kernels import ON

        kernel = Kernel(tmp_path_factory.mktemp("start"), **environment)
        said.append(kernel.run(ON).error + kernel.run("print('alive')").stdout + kernel.stop())

    for _ in range(5):
        threads = [threading.Thread(target=start, args=[n], daemon=True) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(2 * GUARD)
    assert said == ["alive\n"] * 20
