"""A Dask cluster as an executor: the coordinator stays here, submissions run wherever there are workers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from course.errors import CourseError

CONNECT = 10.0  #: seconds to reach the scheduler


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of the cluster at `address`, and how many threads its workers have together.

    CourseError if Dask is not installed, nobody answers at the address, or the cluster has no workers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise CourseError("Grading on a cluster needs Dask: pip install 'course[cluster]'.") from None
    try:
        client: Any = Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError):
        raise CourseError(f"No scheduler answers at {address}: start one with `dask scheduler`.") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise CourseError(f"The cluster at {address} has no workers: start some with `dask worker {address}`.")
        # not pure: equal submissions are two runs; a worker that is lost is no reason to suspect the submission
        yield client.get_executor(pure=False, retries=2), threads
