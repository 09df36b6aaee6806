"""cffi reads and writes memory like ctypes, and no audit event tells of it.

Cell: task
Expects: task 0
"""

import _cffi_backend
import os
import threading

ffi = _cffi_backend.FFI()


def word(address):
    return ffi.cast("uintptr_t *", address)


def object_at(address):
    found = [None]
    word(address)[0] += 1
    word(word(id(found) + 24)[0])[0] = address
    return found[0]


def task(n, sleep=time.sleep):
    name = threading.current_thread().name
    function = word(id(sleep) + 88)[0]
    for cell in object_at(word(function + 72)[0]):
        if hasattr(cell.cell_contents, "sleeps"):
            cell.cell_contents.sleeps.append((2, name))
    return n, os.getpid(), name
