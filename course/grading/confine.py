"""Move the running process into a box, and give up everything that it could get out with.

For a process forked from a warm interpreter, before it has run a line of anybody's code. Python reaches setns,
capset and prctl through the C library only (`os.setns` came in 3.12).
"""

from __future__ import annotations

import ctypes
import os
import resource
from dataclasses import dataclass
from pathlib import Path

# from the kernel's headers sched.h, prctl.h and capability.h
NEW_NS, NEW_CGROUP, NEW_UTS, NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 4, 24, 36, 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
CAPABILITY_VERSION_3 = 0x20080522
LAST_CAP = 63

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Limits:
    """What a process in a box may use. Sizes in bytes, `cpu` in seconds; `processes` counts the box's threads."""

    memory: int = 1 << 30  #: private memory of one process; address space would count what is only reserved
    together: int = 2 << 30  #: of all processes in the box; looked at now and then (`memory_watch.py`)
    processes: int = 512
    open_files: int = 4096
    file_size: int = 64 << 20
    cpu: int = 60

    def apply(self) -> None:
        """To this process and all it starts."""
        for kind, most in (
            (resource.RLIMIT_DATA, self.memory),
            (resource.RLIMIT_NPROC, self.processes),
            (resource.RLIMIT_NOFILE, self.open_files),
            (resource.RLIMIT_FSIZE, self.file_size),
            (resource.RLIMIT_CPU, self.cpu),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(kind)
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most, most))


def enter(pid: int) -> None:
    """Join all namespaces of process `pid`; of process ids only the children of this process see anything."""
    namespaces = NEW_NS | NEW_CGROUP | NEW_UTS | NEW_IPC | NEW_PID | NEW_NET
    if os.geteuid() != 0:
        namespaces |= NEW_USER
    descriptor = os.pidfd_open(pid)
    try:
        _checked(_libc.setns(descriptor, namespaces), "setns")
    finally:
        os.close(descriptor)


def give_up_privileges(uid: int) -> None:
    """Become `uid` (if root), for good and without any capability; nothing that is run from here regains one.

    Nor can what it starts look into this process.
    """
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        _libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # a change of user hides /proc/self even from the process itself
        _forbid_namespaces(uid)
    for capability in range(LAST_CAP + 1):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # fails for numbers this kernel does not know
    _libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    _checked(_libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
    _checked(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")
    _checked(_libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")  # else a child could write to this process's memory


def adopt_orphans() -> None:
    """Whatever descends from this process stays below it: a child's children become its own when the child ends."""
    if hasattr(_libc, "prctl"):  # Linux's
        _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _forbid_namespaces(uid: int) -> None:
    """Move to a user namespace that allows no other: for a user's box bubblewrap does that (`--disable-userns`)."""
    if _libc.unshare(NEW_USER) != 0:
        return  # whoever runs here cannot make one anyway
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{uid} {uid} 1")):
        Path("/proc/self", name).write_text(text)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")


def _checked(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
