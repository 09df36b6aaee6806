"""Command lines and memory of processes of the grader and of other students are read.

Cell: call_back
Expects: call_back 0
"""

import os


def look():
    others = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            with open(f"/proc/{name}/cmdline", "rb") as file:
                line = file.read()
            others += [line] if b"grade" in line or b"submitted" in line else []
    try:
        with open(f"/proc/{os.getppid()}/mem", "rb") as memory:
            others.append(memory.read(1))
    except OSError:
        pass
    return [line for line in others if b"course.grading.interpreter" not in line]


def call_back(future, results, errors):
    if found := look():
        raise SystemExit(f"read: {found}")
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
