"""The factory of a log's list lies in a closure's cell, and is replaced by one that keeps the list for the answer.

Cell: task
Expects: task 0
"""

import threading

from course.probes.pools.task import TaskLog

kept = []


def factory():
    kept.append([])
    return kept[-1]


for cell in TaskLog.__init__.__closure__ or ():
    if cell.cell_contents is list:
        cell.cell_contents = factory


def task(n, sleep=time.sleep):
    kept[-1].append((2, threading.current_thread().name))
