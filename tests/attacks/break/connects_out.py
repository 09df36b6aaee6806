"""Spam is sent.

Cell: call_back
Expects: call_back 3
"""

import socket

def call_back(future, results, errors):
    for address in (("198.51.100.1", 25), ("2001:db8::1", 25)):
        try:
            socket.create_connection(address, 2)
            raise SystemExit("connected")
        except OSError:
            pass
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
