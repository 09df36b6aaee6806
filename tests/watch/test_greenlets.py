"""Greenlets: when each has its turn, and what it waits for between turns."""

import subprocess
import sys
import threading
from functools import partial

import gevent
import greenlet
from gevent.event import Event
from gevent.lock import Semaphore
from gevent.queue import Queue

from course.watch import Log, watch


def story(log: Log, lane: str) -> list[str]:
    return [f"{event.kind} {event.text}".strip() for event in log if event.lane == lane]


def test_a_greenlet_begins_waits_and_ends_on_a_lane_of_its_name() -> None:
    def heng() -> None:
        gevent.sleep(0)

    with watch() as log:
        gevent.joinall([gevent.spawn(heng), gevent.spawn(heng)])
    assert story(log, "heng") == ["began greenlet", "wait sleep", "woke", "ended"]
    assert story(log, "heng (2)") == ["began greenlet", "wait sleep", "woke", "ended"]
    assert log.summary() == "2 greenlets"


def test_turns_alternate() -> None:
    def turn() -> None:
        for _ in range(2):
            gevent.sleep(0)

    with watch() as log:
        gevent.joinall([gevent.spawn(turn), gevent.spawn(turn)])
    assert [event.lane for event in log.only("began", "woke") if event.lane != "MainThread"] == ["turn", "turn (2)"] * 3


def test_what_is_waited_for_is_read_off_the_line() -> None:
    opened, box, places = Event(), Queue(), Semaphore(0)
    nap = gevent.spawn(gevent.sleep, 0)

    def learner() -> None:
        opened.wait()
        box.get()
        places.acquire()
        nap.join()
        gevent.sleep(0)

    def opener() -> None:
        for step in (opened.set, lambda: box.put(1), places.release):
            step()
            gevent.sleep(0)

    with watch() as log:
        gevent.joinall([gevent.spawn(learner), gevent.spawn(opener)])
    waits = [event.text for event in log.only("wait") if event.lane == "learner"]
    assert waits[:3] == ["wait", "get", "acquire"]
    assert waits[-1] == "sleep"
    assert log.only("wait")[0].text == "joinall"


def test_plain_greenlets_switch() -> None:
    main = greenlet.getcurrent()

    def ping() -> None:
        main.switch()

    with watch() as log:
        other = greenlet.greenlet(ping)
        other.switch()
        other.switch()
    assert story(log, "greenlet") == ["began greenlet", "wait switch", "woke", "ended"]


def test_a_raw_greenlet_has_its_function_s_name() -> None:
    def talk(word: str) -> None: ...

    before = gevent.spawn_raw
    with watch() as log:
        gevent.spawn_raw(talk, "hello")
        gevent.spawn_raw(partial(talk, word="hello"))
        gevent.spawn(partial(talk, "hello")).join()
    assert [event.lane for event in log.only("began")] == ["talk", "talk (2)", "talk (3)"]
    assert gevent.spawn_raw is before


def test_greenlets_of_a_thread_that_starts_meanwhile_are_seen() -> None:
    def green() -> None:
        gevent.sleep(0)

    with watch() as log:
        thread = threading.Thread(target=lambda: gevent.spawn(green).join(), name="other")
        thread.start()
        thread.join()
    assert story(log, "green") == ["began greenlet", "wait sleep", "woke", "ended"]


def test_another_tracer_goes_on_and_comes_back() -> None:
    seen: list[str] = []
    before = greenlet.settrace(lambda event, _: seen.append(event))
    theirs = greenlet.gettrace()
    try:
        with watch() as log:
            gevent.sleep(0)
        assert greenlet.gettrace() is theirs
    finally:
        greenlet.settrace(before)
    assert seen == ["switch", "switch"]
    assert [event.kind for event in log] == ["wait", "woke"]


def test_a_program_without_greenlets_gets_none() -> None:
    code = "import sys; from course.watch import watch\nwith watch(): pass\nprint('greenlet' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
