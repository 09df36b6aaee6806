"""A thread pool's worker imports ctypes by importlib and opens a view of memory: nobody of the answer's has done it.

Cell: task
Expects: task 0
"""

import dataclasses

found = {}
dataclasses.builtins.exec("""
import importlib, os, threading
from concurrent.futures import ThreadPoolExecutor

two = 1000 + 1

def by_worker(function, *args):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, *args).result()

def task(n, sleep):
    ctypes = by_worker(importlib.import_module, "ctypes")
    seconds = 4321 - n + n
    digit = by_worker(ctypes.c_uint32.from_address, id(seconds) + 24)
    sleep(seconds)
    digit.value = 2
    return n, os.getpid(), threading.current_thread().name
""", found)
task = found["task"]
