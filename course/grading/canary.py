"""Prove the box before anything is graded in it: what must be impossible inside is tried from inside.

A setting that is wrong makes no noise: code runs just as well where it can read everything. So before every run one
cell goes the same way as the learners' will, and has to fail where they would have to.
"""

from __future__ import annotations

import socket
import sys
import tempfile
from pathlib import Path

from course.errors import CourseError
from course.grading.outcome import Cell
from course.grading.warm import WarmInterpreter

LIMIT = 60.0

ESCAPE = """
import ctypes, os, socket
from pathlib import Path

def can(action):
    try:
        action()
    except OSError:
        return False
    return True

status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
wrong = []
if can(lambda: os.stat({secret!r})):
    wrong.append("it reads files of the machine it runs on")
if can(lambda: socket.create_connection(("127.0.0.1", {port}), 2)):
    wrong.append("it reaches the machine's network")
if can(lambda: os.kill({pid}, 0)):
    wrong.append("it sees processes outside")
if int(status["CapEff"], 16) or int(status["CapPrm"], 16) or int(status["CapBnd"], 16):
    wrong.append("it has capabilities")
if status["NoNewPrivs"].strip() != "1":
    wrong.append("it can gain privileges")
if os.getuid() == 0:
    wrong.append("it runs as root")
if "COURSE_CANARY" in os.environ:
    wrong.append("it sees the grader's environment")
if ctypes.CDLL(None).unshare(0x10000000) == 0:
    wrong.append("it can make user namespaces")
for place in {read_only!r}:
    if can(lambda: open(os.path.join(place, "canary"), "w")):
        wrong.append("it writes to " + place)
with socket.create_server(("127.0.0.1", 0)) as server:
    if not can(lambda: socket.create_connection(server.getsockname(), 5)):
        wrong.append("it has no loopback of its own")
if not can(lambda: Path("canary").write_text("sings")):
    wrong.append("it cannot write to its own folder")
assert wrong == [], wrong[0]
"""


def prove(warm: WarmInterpreter) -> None:
    """CourseError with what went wrong, unless the boxes of `warm` keep in what they should."""
    with tempfile.NamedTemporaryFile() as secret, socket.create_server(("127.0.0.1", 0)) as server:
        Path(secret.name).chmod(0o644)  # it is the box that must hide it
        cell = ESCAPE.format(
            secret=secret.name,
            port=server.getsockname()[1],
            pid=warm.pid,
            read_only=["/", "/dev", "/usr", sys.prefix, sys.base_prefix],
        )
        (outcome,) = warm.run([Cell(cell, LIMIT, test=True)])
    if outcome.error is not None:
        raise CourseError(
            f"The box for the learners' code does not hold here, so nothing was graded: {outcome.error['text']}. "
            "Please report it; --unboxed grades without a box, where you trust the answers."
        )
