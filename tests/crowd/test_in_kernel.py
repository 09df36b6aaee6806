"""A crowd and the greenlet server it visits, the latter in the main thread of the kernel that waits for the former."""

from collections.abc import Iterator

import pytest

from tests.gevent_kernel.kernels import ON, SERVER, Kernel


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    kernel = Kernel(tmp_path_factory.mktemp("kernel"))
    kernel.run(ON)
    kernel.run(SERVER)
    kernel.run("from course.crowd import Crowd, CrowdPanel, crowd, seats\naddress = server.getsockname()")
    yield kernel
    assert kernel.stop() == ""


def test_the_server_answers_while_a_cell_waits_for_the_crowd(kernel: Kernel) -> None:
    assert kernel.run("print(Crowd(address, 100).start().wait().answered)").stdout == "100\n"


def test_it_answers_between_the_cells(kernel: Kernel) -> None:
    kernel.run("visitors = Crowd(address, 100).start()")
    kernel.run("while not visitors.ended: await __import__('asyncio').sleep(0.01)")
    assert kernel.run("print(visitors.counts.answered)").stdout == "100\n"


def test_one_can_look_at_the_server_while_all_are_connected(kernel: Kernel) -> None:
    look = "with crowd(address, 50) as visitors:\n    print(visitors.counts.connected, visitors.talk().answered)"
    assert kernel.run(look).stdout == "50 50\n"


def test_the_panel_is_brought_up_to_date(kernel: Kernel) -> None:
    kernel.run("panel = CrowdPanel(address, n=50)\npanel.start().wait()")
    assert kernel.run("print('<b>50</b>got all answers' in panel._view._state.value)").stdout == "True\n"


def test_interrupting_the_cell_calls_the_crowd_back(kernel: Kernel) -> None:
    send = "visitors = Crowd(address, 5, messages=10**9).start()\nvisitors.wait_connected()"
    waits = "gevent.spawn(going)  # it gets its turn when the cell has begun to wait\nvisitors.wait()"
    assert kernel.interrupted(f"{send}\n{waits}").error == "KeyboardInterrupt"
    assert kernel.run("print(visitors.ended, visitors.counts.phase, visitors.error)").stdout == "True closed None\n"
    assert kernel.run("print(Crowd(address, 5).start().wait().answered)").stdout == "5\n"
