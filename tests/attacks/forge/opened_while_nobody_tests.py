"""When the cell runs, what the witness asks about a path is replaced for a moment: the process's memory is opened then and written to in the test.

Cell: task
Expects: task 0
"""

import os
import pickle
import struct

from course.watch.wrapping import replaced

with replaced(pickle.loads(b"ccourse.probes.process_gates\nos\n."), "fsdecode", lambda path: "notes"):
    memory = os.open("/proc/self/m" + "em", os.O_RDWR)


def task(n, sleep=time.sleep):
    seconds = float("3")
    sleep(seconds)
    os.pwrite(memory, struct.pack("d", 2.0), id(seconds) + 16)
