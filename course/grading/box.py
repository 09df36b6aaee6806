"""A box for code that nobody trusts: bubblewrap makes it, and processes join it from outside.

bubblewrap keeps namespaces of its own (files, processes, network, users) open around an idle process. Whoever is
to run a learner's code forks from a warm interpreter and moves in (`course.grading.confine`), so a box costs
milliseconds instead of the start of a Python. Closing the box ends every process in it, however it was started.

Inside there is a loopback of its own and no other network, the interpreter and its packages (read-only), the
files of the submission and a few small tmpfs. An ordinary user's box is a user namespace in which no other can be
made. For root, limits of processes would not count there, so a box has an unprivileged user id of its own instead.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import course
from course.errors import CourseError

HOME = "/home/learner"  #: where a learner's code runs, writable
FILES = "/submission"  #: what was handed in beside the notebook, read-only
FIRST_UID = 1_000_000_000  #: root's boxes take their user ids from here on, by process id, so no two share one
START = 20.0  #: seconds bubblewrap may take
MB = 1 << 20

INSTALL = "install bubblewrap (apt install bubblewrap, dnf install bubblewrap)"
ALLOW = (
    "let ordinary users make user namespaces (sysctl -w kernel.unprivileged_userns_clone=1, on Ubuntu 24.04 "
    "kernel.apparmor_restrict_unprivileged_userns=0, in a container a seccomp profile that allows them)"
)
ROUND = "or grade without a box, where you trust the answers, with --unboxed (COURSE_UNBOXED=1 for nbgrader)"


class Box:
    """Context manager: the box that `command` makes. `pid` is a process in it, `uid` who is to run there.

    CourseError with the remedy if this machine cannot make one. Open and close it in the same thread: bubblewrap
    ends with the thread that started it.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def __enter__(self) -> Box:
        read, write = os.pipe()
        try:
            with os.fdopen(write, "wb"):
                self._process = subprocess.Popen(
                    [*self._command, "--info-fd", str(write), "cat"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    pass_fds=[write],
                    env={"PATH": os.environ.get("PATH", os.defpath)},
                )
        except BaseException:
            os.close(read)
            raise
        with os.fdopen(read, "rb") as info:
            self._wait_until_it_stands()
            self.pid: int = json.loads(info.read())["child-pid"]
        self.uid = FIRST_UID + self.pid if os.geteuid() == 0 else os.geteuid()
        return self

    def _wait_until_it_stands(self) -> None:
        """`cat` gives back what it gets as soon as bubblewrap has built everything around it."""
        assert self._process.stdin
        assert self._process.stdout
        assert self._process.stderr
        with suppress(BrokenPipeError):
            self._process.stdin.write(b".")
            self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], START)
        if ready and self._process.stdout.read(1) == b".":
            return
        self._process.kill()
        said = self._process.stderr.read().decode(errors="replace").strip().splitlines() or ["it said nothing"]
        self.__exit__()
        raise CourseError(f"No box can be made here ({said[-1]}): {ALLOW}, {ROUND}.")

    def __exit__(self, *exc: object) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert stream is not None
            with suppress(BrokenPipeError):
                stream.close()
        self._process.wait()


def command(files: Path | None = None) -> list[str]:
    """bubblewrap's command line for a box with `files`, a folder, inside; CourseError if it is not installed."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise CourseError(f"Grading needs a box for the learners' code: {INSTALL}, {ROUND}.")
    return [
        *(bwrap, "--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        # root needs no user namespace, and in one its limit of processes would not count
        *(() if os.geteuid() == 0 else ("--unshare-user", "--disable-userns", "--cap-drop", "ALL")),
        *("--die-with-parent", "--new-session", "--hostname", "box", "--clearenv"),
        *_system(),
        *("--proc", "/proc", "--dev", "/dev", *_tmpfs("/dev/shm", 64), *_tmpfs("/tmp", 64), *_tmpfs(HOME, 256)),
        *_interpreter(),
        *(("--ro-bind", str(files), FILES) if files else ()),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME),
    ]


def _tmpfs(path: str, mb: int) -> list[str]:
    """Writable for everybody in the box: there is one who uses it."""
    return ["--perms", "1777", "--size", str(mb * MB), "--tmpfs", path]


def _system() -> list[str]:
    """Programs and libraries, and the little of /etc that they need."""
    arguments = ["--ro-bind", "/usr", "/usr"]
    for name in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if os.path.islink(name):
            arguments += ["--symlink", os.readlink(name), name]
        else:
            arguments += ["--ro-bind-try", name, name]
    arguments += ["--perms", "0755", "--dir", "/etc"]
    for name in ("alternatives", "ld.so.cache", "localtime", "passwd", "group", "nsswitch.conf", "hosts"):
        arguments += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return arguments


@cache
def _interpreter() -> list[str]:
    """The running Python with its packages, and of this course nothing but the package."""
    paths = {*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, sys.exec_prefix}
    # of sys.path the packages only: a folder that somebody develops in may hold anything
    paths |= {path for path in sys.path if os.path.basename(path) in ("site-packages", "dist-packages")}
    found = {os.path.realpath(path) for path in paths if os.path.isdir(path)} | {sys.prefix, package()}
    outside = sorted(path for path in found if not path.startswith("/usr/"))
    own = [path for path in outside if not any(path.startswith(other + "/") for other in outside)]
    folders = sorted({str(parent) for path in own for parent in Path(path).parents} - {"/"})
    # for others than the owner too: as root, a box is run by a user who may not look into root's folders
    made = [argument for folder in folders for argument in ("--perms", "0755", "--dir", folder)]
    return [*made, *(argument for path in own for argument in ("--ro-bind", path, path))]


def package() -> str:
    """The folder of this package."""
    return os.path.dirname(os.path.realpath(course.__file__))
