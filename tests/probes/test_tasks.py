"""Threads are counted as the operating system counts them, in children too."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from gevent.threadpool import ThreadPool

from course.grading.confine import adopt_orphans
from course.probes.tcp.tasks import others, tasks

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")


def test_threads_that_threading_does_not_know_count() -> None:
    before, gate = tasks(), threading.Event()
    native = ThreadPool(3)
    try:
        for _ in range(3):
            native.spawn(gate.wait, 30)
        assert len(tasks() - before) == 3
    finally:
        gate.set()
        native.kill()


def test_children_count() -> None:
    before = tasks()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in tasks() - before
        child.communicate(b"\n")


def test_what_has_left_its_family_counts_and_what_is_dead_does_not() -> None:
    read, write = os.pipe()
    if os.fork() == 0:
        adopt_orphans()
        before = tasks()
        if os.fork() == 0:
            if os.fork() == 0:
                os.read(read, 1)
            os._exit(0)
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # dead, and not buried
        os._exit(len(tasks() - before))
    _, status = os.wait()
    os.write(write, b"!")
    os.close(read)
    os.close(write)
    assert os.waitstatus_to_exitcode(status) == 1


def test_what_a_call_has_left_counts_there_and_not_afterwards() -> None:
    read, write = os.pipe()
    if os.fork() == 0:
        gate, counts = threading.Event(), []
        for starts in (2, 1):
            with others.but_those_of_a_call() as before:
                for _ in range(starts):
                    threading.Thread(target=gate.wait, daemon=True).start()
                counts.append(len(tasks() - before))
        os.write(write, repr(counts).encode())
        os._exit(0)
    with os.fdopen(read, "rb") as told:
        os.close(write)
        assert told.read() == b"[2, 1]"
    os.wait()


def test_in_a_process_that_was_forked_only_the_first_thread_is_none_of_the_answer_s() -> None:
    read, write = os.pipe()
    if os.fork() == 0:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        os.write(write, b"%d of %d" % (len(others()), len(tasks())))
        os._exit(0)
    with os.fdopen(read, "rb") as told:
        os.close(write)
        assert told.read() == b"1 of 2"
    os.wait()
