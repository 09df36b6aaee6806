"""A union of a number and a pointer reads memory, and of all that ctypes does no audit event tells of this.

Cell: task
Expects: task 0
"""

import ctypes
import os
import threading


class Place(ctypes.Union):
    _fields_ = [("address", ctypes.c_size_t), ("object", ctypes.POINTER(ctypes.py_object))]


def object_at(address):
    return Place(address=address).object[0]


def task(n, sleep=time.sleep):
    name = threading.current_thread().name
    for cell in object_at(id(object_at(id(sleep) + 88)) + 72):
        if hasattr(cell.cell_contents, "sleeps"):
            cell.cell_contents.sleeps.append((2, name))
    return n, os.getpid(), name
