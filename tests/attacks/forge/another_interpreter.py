"""A second interpreter in the same process has no witness: ctypes is free there, and memory is the same.

Cell: task
Expects: task 0
"""

import _xxsubinterpreters
import os
import threading

CODE = """
import ctypes
function = ctypes.cast(ctypes.c_void_p.from_address(address + 88).value, ctypes.py_object).value
for cell in function.__closure__:
    if hasattr(cell.cell_contents, "sleeps"):
        cell.cell_contents.sleeps.append((2, name))
"""


def task(n, sleep=time.sleep):
    name = threading.current_thread().name
    other = _xxsubinterpreters.create()
    _xxsubinterpreters.run_string(other, CODE, {"address": id(sleep), "name": name})
    return n, os.getpid(), name
