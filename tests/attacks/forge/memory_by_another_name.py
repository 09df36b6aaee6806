"""The process's own memory is opened under a name that is bytes: the seconds that were slept become two.

Cell: task
Expects: task 0
"""

import os
import struct


def task(n, sleep=time.sleep):
    seconds = float("3")
    sleep(seconds)
    memory = os.open(b"/proc/self/mem", os.O_RDWR)
    os.pwrite(memory, struct.pack("d", 2.0), id(seconds) + 16)
    os.close(memory)
