"""Worker processes: their events arrive, and nothing else is different."""

import multiprocessing
import os
import pickle
import traceback
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from course.watch import watch
from course.watch.processes import Arrivals, announced, arrive

GUARD = 60.0


def identify(n: int) -> tuple[int, int]:
    return n, os.getpid()


def burn() -> None:
    raise ValueError("burnt")


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_each_task_is_seen_on_the_process_that_ran_it(method: str) -> None:
    context = multiprocessing.get_context(method)
    with watch() as log, ProcessPoolExecutor(2, mp_context=context) as pool:
        futures = [pool.submit(identify, n) for n in range(4)]
        values = [future.result(GUARD) for future in futures]
    assert [n for n, _ in values] == [0, 1, 2, 3]
    lanes = {event.task: event.lane for event in log.only("started")}
    assert lanes == {n: f"process {pid}" for n, pid in values}
    assert log.summary() == "2 workers: 4 tasks, 4 finished"


def test_on_its_way_is_not_started() -> None:
    with watch() as log, ProcessPoolExecutor(1) as pool:
        pool.submit(identify, 0).result(GUARD)
    assert [event.kind for event in log if event.task == 0 and event.kind not in ("wait", "woke")] == [
        "queued",
        "handed",
        "started",
        "finished",
    ]


def test_the_thread_that_hands_over_is_named_for_what_it_does() -> None:
    with watch() as log, ProcessPoolExecutor(1) as pool:
        pool.submit(identify, 0).result(GUARD)
    assert {event.lane for event in log.only("handed", "finished")} == {"pool's manager"}


def failure(pool: ProcessPoolExecutor) -> str:
    error = pool.submit(burn).exception(GUARD)
    return "".join(traceback.format_exception(error))


def test_an_exception_has_the_same_traceback_text() -> None:
    with ProcessPoolExecutor(1) as pool:
        without = failure(pool)
    with watch() as log, ProcessPoolExecutor(1) as pool:
        watched = failure(pool)
    assert watched == without
    assert log.only("failed")[0].text == "ValueError"


def test_what_cannot_be_pickled_fails_the_same_way() -> None:
    def local() -> None: ...

    def error(pool: ProcessPoolExecutor) -> tuple[type, str]:
        future: Future[None] = pool.submit(local)
        found = future.exception(GUARD)
        return type(found), str(found)

    with ProcessPoolExecutor(1) as pool:
        without = error(pool)
    with watch(), ProcessPoolExecutor(1) as pool:
        assert error(pool) == without


def test_a_map_in_chunks_works() -> None:
    with watch() as log, ProcessPoolExecutor(2) as pool:
        assert list(pool.map(abs, range(-6, 0), chunksize=3)) == [6, 5, 4, 3, 2, 1]
    assert len(log.only("started")) == 2


def test_pickled_it_is_the_function_itself(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    assert pickle.loads(pickle.dumps(announced(abs, gone, 0))) is abs
    assert arrive(abs, gone, 0) is abs
    assert not Path(gone).exists()


def test_a_line_waits_until_its_task_is_known() -> None:
    arrivals = Arrivals()
    try:
        token = arrivals.token()
        arrive(abs, arrivals.path, token)
        assert arrivals.new() == []
        arrivals.expect(token, 7)
        assert [(raw[1], raw[2], raw[3]) for raw in arrivals.new()] == [("started", f"process {os.getpid()}", 7)]
        assert arrivals.new() == []
    finally:
        arrivals.close()
