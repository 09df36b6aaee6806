import threading
from concurrent.futures import CancelledError, as_completed, wait

import pytest

from course.probes.guard import Call
from course.probes.manual_executor import ManualExecutor


def test_nothing_runs_before_it_is_told_to() -> None:
    pool, ran = ManualExecutor(), []
    futures = [pool.submit(ran.append, n) for n in range(3)]
    assert (ran, pool.unfinished) == ([], [0, 1, 2])
    pool.run(2)
    pool.run(0)
    assert (ran, pool.unfinished) == ([2, 0], [1])
    assert futures[2].done()
    assert not futures[1].done()


def test_errors_failures_and_cancelling_reach_the_future() -> None:
    pool = ManualExecutor()
    raises, fails, cancelled = pool.submit(int, "x"), pool.submit(int, "1"), pool.submit(int, "2")
    pool.run(0)
    pool.fail(1, KeyError("no"))
    pool.cancel(2)
    assert isinstance(raises.exception(), ValueError)
    assert isinstance(fails.exception(), KeyError)
    with pytest.raises(CancelledError):
        cancelled.result()


def test_callbacks_run_on_the_worker_and_a_stuck_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pool, names = ManualExecutor(), []
    pool.submit(int).add_done_callback(lambda _: names.append(threading.current_thread().name))
    assert pool.run(0)
    assert names == ["manual_worker"]
    monkeypatch.setattr("course.probes.manual_executor.GUARD", 0.01)
    gate = threading.Event()
    pool.submit(int).add_done_callback(lambda _: gate.wait())
    monkeypatch.setattr("course.probes.manual_executor.call", lambda action, thread_name: Call(action).wait(0.01))
    assert not pool.run(1)
    gate.set()


def test_it_tells_who_is_waited_for() -> None:
    pool = ManualExecutor()
    future = pool.submit(pow, 2, 5)
    waiting = Call(future.result, when_over=pool.poke)
    assert pool.wait_until(lambda: pool.waited_for() == [0])
    pool.run(0)
    assert waiting.wait().value == 32


@pytest.mark.parametrize("look", [lambda future: wait([future], 0), lambda future: next(as_completed([future]))])
def test_a_wait_for_several_is_noted_too(look) -> None:  # type: ignore[no-untyped-def]
    pool = ManualExecutor()
    waiting = Call(look, pool.submit(pow, 2, 5), when_over=pool.poke)
    assert pool.wait_until(lambda: pool.waited_for() == [0])
    pool.run(0)
    assert waiting.wait().returned


def test_a_future_is_not_asked_itself() -> None:
    pool = ManualExecutor()
    future = pool.submit(pow, 2, 5)
    future.done = future.cancel = future.set_running_or_notify_cancel = lambda: True  # type: ignore[method-assign]
    assert pool.unfinished == [0]
    pool.run(0)
    assert (pool.unfinished, future.result()) == ([], 32)


def test_who_runs_on_a_worker_is_known_by_the_thread() -> None:
    pool, seen = ManualExecutor(), []
    for _ in range(2):
        pool.submit(lambda: seen.append(pool.job_here()))
    pool.run(1)
    pool.run(0)
    assert (seen, pool.job_here()) == ([1, 0], None)


def test_map_and_wait_work_as_on_any_executor() -> None:
    pool = ManualExecutor()
    values = pool.map(abs, [-1, -2])
    wait_call = Call(wait, [job.future for job in pool.jobs])
    pool.run_all()
    assert wait_call.wait().returned
    assert list(values) == [1, 2]


def test_after_shutdown_nothing_is_taken() -> None:
    pool = ManualExecutor()
    pool.submit(int)
    pool.shutdown(cancel_futures=True)
    assert pool.unfinished == []
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(int)
