"""What does a program put together from lines (a Parsons problem) do when it runs?"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from course.parsons import program
from course.probes.gates import meet
from course.probes.guard import GUARD, Call, role
from course.probes.log import Log
from course.probes.plain import plain
from course.probes.worker_exit import held_exits


@dataclass
class ProgramLog(Log):
    """`names`: the program's variables as plain data. `called`: arguments for which `task` ran on the program's own
    thread. `left`: workers still there at its end. `met`: the first tasks were in progress together.
    """

    names: dict[str, Any] = field(default_factory=dict)
    called: list[Any] = field(default_factory=list)
    met: bool = True
    left: list[str] = field(default_factory=list)


def watch_program(lines: Sequence[str], letters: str, together: int = 5) -> ProgramLog:
    """Run the program that `letters` make of `lines`; it finds `ThreadPoolExecutor` and a `task(n)`, which is `n * n`.

    The tasks for the first `together` numbers from 0 on wait for each other. Letters that make no program are told
    in the story, like a program that fails.
    """
    log, meeting = ProgramLog(), threading.Barrier(together)
    try:
        source = program(lines, letters)
    except ValueError as error:
        log.story = str(error)
        return log
    with held_exits() as exits:

        def task(n: Any) -> Any:
            exits.hold()
            if role() == "learner":
                log.called.append(plain(n))
            elif type(n) is int and n in range(together):
                log.met = meet(meeting) and log.met
            return n * n

        names: dict[str, Any] = {"ThreadPoolExecutor": ThreadPoolExecutor, "task": task}
        outcome = exits.during(lambda: Call(lambda: exec(source, names), name="Your program"))
        log.end(outcome.wait(2 * GUARD))
        log.left = exits.still_there(but="learner")
    log.names = {name: plain(value) for name, value in names.items() if not name.startswith("__")}
    return log
