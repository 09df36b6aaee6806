"""Grade a class: all submissions side by side, one coordinator that alone writes the gradebook.

Only running a submission leaves the coordinator, to a `concurrent.futures` executor: threads that wait for boxes on
this machine, or a Dask cluster. What is recorded is recorded for good; whoever interrupts this and starts it again
goes on where it was.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field

from course.errors import CourseError
from course.grading.recorder import Recorder
from course.grading.results import graded, recorded
from course.grading.submission import Submission, grade, not_graded

TRIES = 3  #: a worker may be lost in the middle of a run, through no fault of the run's
LOOK = 0.25  #: seconds between two looks at what has changed, for the progress bar

Key = tuple[str, str]  #: lesson, student


@dataclass
class Progress:
    """Where a run of `grade_class` is. `total` submissions, of which `done` are recorded."""

    total: int
    done: int = 0
    now: list[Key] = field(default_factory=list)


@dataclass
class Outcome:
    """What became of the submissions: `recorded` now, `before` already, `elsewhere` being graded by somebody else,
    `failed` with the reason why nothing was recorded.
    """

    recorded: list[Key] = field(default_factory=list)
    before: list[Key] = field(default_factory=list)
    elsewhere: list[Key] = field(default_factory=list)
    failed: dict[Key, str] = field(default_factory=dict)


@dataclass
class _Job:
    key: Key
    submission: Submission
    release: Callable[[], None]
    tries: int = 1


def submissions(recorder: Recorder, lessons: Sequence[str], students: Sequence[str] = ()) -> list[Key]:
    """What has been handed in; CourseError for an unknown student."""
    found = []
    for lesson in lessons:
        folders = sorted(path for path in recorder.folder(lesson).parents[1].glob(f"*/{lesson}") if path.is_dir())
        names = [path.parent.name for path in folders if not path.parent.name.startswith(".")]
        if missing := [student for student in students if student not in names]:
            raise CourseError(f"{missing[0]} has not handed in {lesson}: there is no submitted/{missing[0]}/{lesson}/.")
        found += [(lesson, name) for name in names if not students or name in students]
    return found


def grade_class(
    recorder: Recorder,
    keys: Sequence[Key],
    executor: Executor,
    at_once: int,
    boxed: bool = True,
    force: bool = False,
    show: Callable[[Progress], object] = lambda progress: None,
) -> Outcome:
    """Grade and record the submissions `keys`, `at_once` of them side by side; with `force` graded ones too."""
    outcome = Outcome()
    todo = deque(_undone(recorder, keys, force, outcome))
    progress = Progress(len(todo))
    running: dict[Future[str], _Job] = {}
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: [future.cancel() for future in running])
        while todo or running:
            room = bool(todo) and len(running) < at_once  # one at a time: who is done is recorded in between
            if room and (job := _begun(recorder, todo.popleft(), outcome, stack)):
                running[executor.submit(grade, job.submission, boxed)] = job
            progress.now = [job.key for job in running.values()]
            progress.done = progress.total - len(todo) - len(running)
            show(progress)
            for future in wait(running, 0 if room and todo else LOOK, FIRST_COMPLETED).done:
                job = running.pop(future)
                if future.exception() and job.tries < TRIES and not isinstance(future.exception(), CourseError):
                    job.tries += 1
                    running[executor.submit(grade, job.submission, boxed)] = job
                else:
                    _end(recorder, job, future, outcome)
    progress.now, progress.done = [], progress.total
    show(progress)
    return outcome


def _undone(recorder: Recorder, keys: Sequence[Key], force: bool, outcome: Outcome) -> Iterator[Key]:
    known = {lesson: recorded(recorder.db_url, lesson) for lesson in {lesson for lesson, _ in keys}}
    for lesson, student in keys:
        notebook = recorder.folder(lesson, student) / f"{lesson}.ipynb"
        if not force and student in known[lesson] and graded(recorder.autograded(lesson, student), notebook):
            outcome.before.append((lesson, student))
        else:
            yield lesson, student


def _begun(recorder: Recorder, key: Key, outcome: Outcome, stack: contextlib.ExitStack) -> _Job | None:
    """Take the submission, so that nobody else grades it meanwhile, and read it."""
    folder = os.open(recorder.folder(*key), os.O_RDONLY)
    release = contextlib.ExitStack()
    release.callback(os.close, folder)  # which ends the lock as well, as does the end of this process
    stack.callback(release.close)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        outcome.elsewhere.append(key)
        release.close()
        return None
    try:
        return _Job(key, recorder.prepare(*key), release.close)
    except CourseError:
        raise
    except Exception as error:  # a fault of ours or of nbgrader's, and the class is waiting
        outcome.failed[key] = f"{type(error).__name__}: {error}"
        release.close()
        return None


def _end(recorder: Recorder, job: _Job, future: Future[str], outcome: Outcome) -> None:
    error = future.exception()
    if isinstance(error, CourseError):
        raise error  # there is no box: nobody can be graded
    executed = not_graded(job.submission, f"{type(error).__name__}: {error}.") if error else future.result()
    try:
        recorder.record(*job.key, executed)
        outcome.recorded.append(job.key)
    except RuntimeError as reason:
        outcome.failed[job.key] = str(reason)
    finally:
        job.release()
