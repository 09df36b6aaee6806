"""Kernels to share: one per version of ipykernel, with greenlets switched on and a server running."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gevent_kernel.kernels import ON, SERVER, Kernel


@pytest.fixture(scope="session")
def ipykernel6(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with an ipykernel 6, to be put first on a kernel's path."""
    folder = tmp_path_factory.mktemp("ipykernel6")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    pins = Path(__file__).with_name("ipykernel6.txt")
    run = subprocess.run([*pip, "--require-hashes", "-r", pins, "--target", folder], capture_output=True, text=True)
    if run.returncode:
        pytest.skip(f"no ipykernel 6 to be had: {run.stderr.strip().splitlines()[-1]}")
    return str(folder)


@pytest.fixture(scope="module", params=["installed", "6"])
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """What a kernel needs in its environment to run the ipykernel under test."""
    if request.param != "6":
        return {}
    others = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    return {"PYTHONPATH": os.pathsep.join([request.getfixturevalue("ipykernel6"), *others])}


@pytest.fixture(scope="module")
def kernel(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    """A kernel with greenlets switched on; it must end without a word on its standard error."""
    kernel = Kernel(tmp_path_factory.mktemp("kernel"), **environment)
    assert kernel.run(ON).error == ""
    yield kernel
    assert kernel.stop() == ""


@pytest.fixture(scope="module")
def port(kernel: Kernel) -> int:
    """The port of a greenlet server that lives in the kernel."""
    return int(kernel.run(SERVER).stdout)
