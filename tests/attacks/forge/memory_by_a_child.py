"""A child, which nobody watches, writes to the memory of its parent: the seconds that were slept become two.

Cell: task
Expects: task 0
"""

import os
import struct


def task(n, sleep=time.sleep):
    seconds = float("3")
    sleep(seconds)
    if not (child := os.fork()):
        memory = os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)
        os.pwrite(memory, struct.pack("d", 2.0), id(seconds) + 16)
        os._exit(0)
    os.waitpid(child, 0)
