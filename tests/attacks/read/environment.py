"""The grader's environment is read, in os.environ and in /proc.

Cell: call_back
Expects: call_back 3
"""

import os


def look():
    seen = dict(os.environ)
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/environ", "rb") as file:
                seen.update(pair.partition("=")[::2] for pair in file.read().decode().split("\0") if pair)
        except OSError:
            pass
    known = {"PATH", "PYTHONPATH", "HOME", "LANG", "IPYTHONDIR", "NBGRADER_EXECUTION", "PWD", "LC_CTYPE", "OLDPWD", "SHLVL", "_"}
    return {name for name in seen if name not in known and not name.endswith("_NUM_THREADS")}


def call_back(future, results, errors):
    if found := look():
        raise SystemExit(f"read: {found}")
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
