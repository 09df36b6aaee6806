"""The cloud's metadata service and the machine's own ports are asked.

Cell: call_back
Expects: call_back 3
"""

import socket


def look():
    found = []
    for address in (("169.254.169.254", 80), ("127.0.0.1", 22), ("127.0.0.1", 8888), ("10.0.0.1", 80), ("::1", 22)):
        try:
            socket.create_connection(address, 1)
            found.append(address)
        except OSError:
            pass
    return found


def call_back(future, results, errors):
    if found := look():
        raise SystemExit(f"read: {found}")
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
