"""The log is plain data: sortable, saveable, loadable, exportable."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.errors import CourseError
from course.watch import KINDS, Event, Log, load, watch
from course.watch.chrome import chrome_trace
from course.watch.log import summary


@pytest.fixture
def log() -> Log:
    with watch() as log, ThreadPoolExecutor(2) as pool:
        for n in range(3):
            pool.submit(abs, n).add_done_callback(lambda f: None)
    return log


def test_saved_and_loaded_it_is_the_same(log: Log, tmp_path: Path) -> None:
    log.save(tmp_path / "run.json")
    again = load(tmp_path / "run.json")
    assert again.events == log.events
    assert repr(again) == repr(log) == "2 workers: 3 tasks, 3 finished, 3 callbacks"


def test_events_are_sortable_and_in_order_of_time(log: Log) -> None:
    assert sorted(log) == sorted(log.events, key=lambda event: event.time)
    assert [event.time for event in log] == sorted(event.time for event in log)
    assert {event.kind for event in log} <= set(KINDS)


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"format": "x", "events": []}', '{"events": [[1]]}'])
def test_another_file_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(CourseError, match="is no log of a watch"):
        load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="No such file"):
        load(tmp_path / "nowhere.json")


def test_an_unknown_kind_is_refused(log: Log) -> None:
    with pytest.raises(CourseError, match="no kind of event 'started!'"):
        log.only("started!")


def test_the_chrome_trace_pairs_begins_and_ends(log: Log, tmp_path: Path) -> None:
    log.save_chrome_trace(tmp_path / "trace.json")
    entries = json.loads((tmp_path / "trace.json").read_text())["traceEvents"]
    assert {entry["ph"] for entry in entries} == {"M", "B", "E", "i"}
    for lane in {entry["tid"] for entry in entries}:
        phases = [entry["ph"] for entry in entries if entry["tid"] == lane]
        assert phases.count("B") == phases.count("E")
    assert {entry["name"] for entry in entries if entry.get("cat") == "task"} == {"abs(0)", "abs(1)", "abs(2)"}


def test_in_the_chrome_trace_a_process_ends_its_own_task() -> None:
    events = [Event(0, "queued", "main", 0, "f"), Event(1, "started", "process 7", 0), Event(2, "finished", "T", 0)]
    entries = chrome_trace(events)["traceEvents"]
    lanes = {entry["args"]["name"]: entry["tid"] for entry in entries if entry["ph"] == "M"}
    assert [entry["tid"] for entry in entries if entry["ph"] in "BE"] == [lanes["process 7"]] * 2


def test_in_the_chrome_trace_a_process_ends_a_task_before_it_takes_the_next() -> None:
    events = [Event(n, "started", "process 7", n) for n in (1, 2)]
    events += [Event(2.1, "finished", "T", 1), Event(3, "failed", "T", 2)]
    entries = [entry for entry in chrome_trace(events)["traceEvents"] if entry["ph"] in "BE"]
    assert [(entry["ph"], entry["args"]["task"]) for entry in entries] == [("B", 1), ("E", 1), ("B", 2), ("E", 2)]
    times = [entry["ts"] for entry in entries]
    assert times == sorted(set(times))


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ([], "nothing recorded"),
        ([Event(0, "wait", "m", text="sleep"), Event(1, "woke", "m", text="sleep")], "no tasks"),
        ([Event(n, "began", f"t{n}", text="thread") for n in range(2)], "2 threads"),
        ([Event(0, "queued", "m", 0, "f", "pool 1", 5)], "5 workers: 1 task, 1 unfinished"),
        ([Event(0, "queued", "m", 0, "f", "pool 1"), Event(1, "failed", "w", 0)], "a pool: 1 task, 1 failed"),
        ([Event(0, "queued", "m", n, "f", f"pool {n}", 2) for n in (1, 2)], "2 pools: 2 tasks, 2 unfinished"),
        ([Event(0, "began", "g", text="greenlet"), Event(0, "accepted", "m", on="c")], "1 greenlet, 1 connection"),
    ],
)
def test_the_summary_counts(events: list[Event], text: str) -> None:
    assert summary(events) == text
