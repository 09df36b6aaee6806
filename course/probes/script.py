"""Run a program put together from lines (a Parsons problem) as a script of its own, in a fresh interpreter.

Monkey patches are about order from the first line on, so they can only be judged where nothing is patched yet.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from course.parsons import program
from course.probes.guard import GUARD
from course.probes.log import Log

#: with -I and without an environment it imports nothing from where the learner's code can write
EXECUTABLE = sys.executable
ENDED = '{"log": [], "error": "the end of its process"}'
RUNNER = """
import json, sys
names = {"log": []}
try:
    exec(sys.argv[1], names)
    error = ""
except BaseException as e:
    error = f"{type(e).__name__}: {e}"
print("\\n" + json.dumps({"log": [str(entry) for entry in names["log"]], "error": error}))
sys.stdout.flush()
__import__("os")._exit(0)
"""


@dataclass
class ScriptLog(Log):
    """`log`: what the program had appended to its list `log` when its last line was done, as strings."""

    log: list[Any] = field(default_factory=list)


def watch_script(lines: Sequence[str], letters: str) -> ScriptLog:
    """Run the program that `letters` make of `lines` in a process of its own; it finds an empty list `log`.

    Letters that make no program are told in the story, like a program that fails.
    """
    found = ScriptLog()
    try:
        command = [EXECUTABLE, "-I", "-c", RUNNER, program(lines, letters)]
        run = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=3 * GUARD, stdin=subprocess.DEVNULL, env={}
        )
        told = json.loads(run.stdout.splitlines()[-1] if run.stdout.strip() else ENDED)
    except ValueError as error:
        found.story = str(error)
        return found
    except subprocess.TimeoutExpired:
        found.story = f"Your program did not come to its end within {3 * GUARD:.0f} s."
        return found
    found.log, found.returned = told["log"], not told["error"]
    found.story = f"Your program stopped with {told['error']}." if told["error"] else "Your program came to its end."
    return found
