"""The check tells versions apart by the text of the call stack, which logging writes when a version reads its arguments.

Cell: check_run_pool
Expects: check_run_pool 0
Thinks: a version's own code is made nameless, but inner comprehensions and the functions that it calls keep their lines; logging with stack_info shows them and is no traceback of the learner's
Held: check_run_pool_order
"""
import logging

from course.mutants import pools as known

seen = []


class Keep(logging.Handler):
    def emit(self, record):
        seen.append(record.stack_info or "")


notes = logging.getLogger("my.notes")
notes.propagate = False
notes.setLevel(logging.INFO)
notes.addHandler(Keep())


class Row:
    """Arguments that note who reads them."""

    def __iter__(self):
        notes.info("read", stack_info=True)
        for x in (2, 1):
            notes.info("read", stack_info=True)
            yield x


def places(run_pool):
    seen.clear()
    run_pool(abs, Row(), 2)
    lines = []
    for text in seen:
        for line in text.splitlines():
            if "mutants" in line and "in with_map" not in line or ("in with_map" in line and "<version>" in text):
                lines.append(line.strip())
    return lines


def check_run_pool(run_pool):
    right = [places(known.with_map), [line for line in places(known.with_futures) if "listcomp" in line]]
    found = [line for line in places(run_pool) if "in with_futures" not in line]
    assert found in right, found
