"""The puzzle's script is killed through a descriptor of its process, of which no audit event tells: it has said nothing.

Cell: patch_lines
Expects: patch_lines 0
"""

import os
import signal
import threading

patch_lines = "A"


def kill():
    while True:
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    found = b"-I\0-c\0" in file.read()
                if found:
                    signal.pidfd_send_signal(os.pidfd_open(int(pid)), signal.SIGKILL)
                    return
            except OSError:
                pass


threading.Thread(target=kill, daemon=True).start()
