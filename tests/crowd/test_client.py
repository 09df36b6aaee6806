import subprocess
import sys

import pytest

from course.crowd.counts import CLOSED, read_line
from tests.crowd import servers
from tests.crowd.servers import GUARD, serving

CLIENT = [sys.executable, "-m", "course.crowd.client", "127.0.0.1"]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*CLIENT, *arguments], capture_output=True, text=True, timeout=60)


def test_by_hand_it_visits_and_ends() -> None:
    with serving(servers.echo) as (_, port):
        done = run(str(port), "--n", "20", "--messages", "2", "--idle", "0.5")
    counts = read_line(done.stdout.splitlines()[-1])
    assert counts is not None
    assert (counts.phase, counts.connected, counts.answered, counts.requests) == (CLOSED, 20, 10, 20)
    assert (done.returncode, done.stderr) == (0, "")


def test_too_many_clients_are_a_sentence() -> None:
    done = run("9", "--n", "100000000")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: 100000000 connections need ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("option", [["--n", "0"], ["--idle", "2"], ["--messages", "-1"]])
def test_other_nonsense_too(option: list[str]) -> None:
    done = run("9", *option)
    assert done.returncode == 2
    assert option[0] in done.stderr


@pytest.mark.parametrize("words", ["", "end\n", "nonsense\n", "talk\nend\n", "leave\n"])
def test_on_a_leash_it_ends_with_its_leash(words: str) -> None:
    with serving(servers.echo) as (_, port):
        process = subprocess.Popen([*CLIENT, str(port), "--n", "3", "--led"], stdin=-1, stdout=-1, text=True)
        out, _ = process.communicate(words, timeout=GUARD)
    assert '"closed"' in out.splitlines()[-1]


def test_on_a_leash_it_talks_when_told_and_then_may_leave() -> None:
    with serving(servers.echo) as (_, port):
        process = subprocess.Popen([*CLIENT, str(port), "--n", "3", "--led"], stdin=-1, stdout=-1, text=True)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("talk\ntalk\nleave\n")
        process.stdin.flush()
        lines = process.stdout.readlines()  # until it has ended, though its stdin is still open
        process.communicate(timeout=GUARD)
    counts = read_line(lines[-1])
    assert counts is not None
    assert (counts.phase, counts.talks, counts.answered) == (CLOSED, 2, 3)
