import threading
from concurrent.futures import ThreadPoolExecutor

from course.probes.worker_exit import held_exits


def test_workers_that_are_waited_for_are_gone() -> None:
    with held_exits() as exits:
        with ThreadPoolExecutor(2) as pool:
            pool.submit(exits.hold).result()
        assert exits.threads
        assert exits.still_there() == []


def test_workers_that_are_only_asked_to_go_are_always_seen() -> None:
    for _ in range(20):
        with held_exits() as exits:
            pool = ThreadPoolExecutor(1, thread_name_prefix="asked")
            pool.submit(exits.hold).result()
            pool.shutdown(wait=False)
            assert exits.still_there() == ["asked_0"]
        exits.threads[0].join()
        assert not exits.threads[0].is_alive()


def test_join_is_restored() -> None:
    before = threading.Thread.join
    with held_exits():
        assert threading.Thread.join is not before
    assert threading.Thread.join is before
