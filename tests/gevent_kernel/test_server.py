"""A greenlet server started in one cell goes on answering, whatever the kernel does meanwhile."""

from __future__ import annotations

import threading

import pytest

from tests.gevent_kernel.kernels import GUARD, Kernel, answers, ask


def test_answers_while_the_kernel_is_idle(port: int) -> None:
    assert ask(port, 400) == answers(400)


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(3600)",
        "import gevent; gevent.sleep(3600)",
        "import asyncio; await asyncio.sleep(3600)",
        "import gevent.event; gevent.event.Event().wait()",
        "import select; select.select([], [], [], 3600)",
        "!sleep 3600",
    ],
)
def test_answers_while_a_cell_waits(kernel: Kernel, port: int, code: str) -> None:
    busy = threading.Event()
    cell = threading.Thread(target=kernel.run, args=[code, busy], daemon=True)
    cell.start()
    assert busy.wait(GUARD)
    assert ask(port, 3) == answers(3)
    kernel.manager.interrupt_kernel()
    cell.join(GUARD)
    assert not cell.is_alive()


def test_answers_after_a_thousand_cells(kernel: Kernel, port: int) -> None:
    for n in range(1000):
        assert kernel.run(f"{n} + 1").result == str(n + 1)
    assert ask(port, 3) == answers(3)


def test_prints_of_a_greenlet_reach_the_notebook(kernel: Kernel, port: int) -> None:
    code = "import gevent\ndef later():\n    gevent.sleep(0)\n    print('from a greenlet')\nlate = gevent.spawn(later)"
    seen = kernel.run(code).stdout + kernel.run("late.join()").stdout
    assert seen == "from a greenlet\n"
