"""What the loop costs a kernel in which no greenlet waits. (bench/gevent_kernel.py measures more.)"""

from __future__ import annotations

import statistics
import time

import psutil
import pytest

from tests.gevent_kernel.kernels import ON, Kernel

LOOKED_AT = 3.0  #: seconds


def test_an_idle_kernel_needs_less_than_two_percent_of_a_core(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    kernel = Kernel(tmp_path_factory.mktemp("idle"), **environment)
    kernel.run(ON)
    process = psutil.Process(kernel.manager.provisioner.pid)
    before = process.cpu_times()  # CPU time, which a busy machine does not change
    time.sleep(LOOKED_AT)
    after = process.cpu_times()
    kernel.stop()
    assert after.user + after.system - before.user - before.system < 0.02 * LOOKED_AT


def test_an_idle_kernel_replies_as_soon_as_a_plain_one(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In turn, so that both see the same machine; within 20 ms."""
    kernels = [Kernel(tmp_path_factory.mktemp("reply"), **environment) for _ in range(2)]
    kernels[1].run(ON)
    taken: list[list[float]] = [[], []]
    for _ in range(40):
        for kernel, times in zip(kernels, taken, strict=True):
            begin = time.perf_counter()
            kernel.run("pass")
            times.append(time.perf_counter() - begin)
    for kernel in kernels:
        kernel.stop()
    plain, ours = map(statistics.median, taken)
    assert ours < plain + 0.020
