"""Every port that a test could want is taken.

Cell: call_back
Expects: call_back 3
"""

import socket

def call_back(future, results, errors):
    held = []
    for port in (*range(8000, 9000), *range(40000, 42000)):
        try:
            held.append(socket.create_server(("127.0.0.1", port)))
        except OSError:
            pass
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
