"""Belief: "To set an event is to stop": the loop looks at it a minute later.

Rejected by: start_stops, start_frees_the_port
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    server.settimeout(60)
    over, talking = threading.Event(), []

    def loop():
        while True:
            try:
                conn, _ = server.accept()
            except TimeoutError:
                if over.is_set():
                    break
                continue
            talking.append((conn, threading.Thread(target=talk, args=(conn,), daemon=True)))
            talking[-1][1].start()
        server.close()
        for conn, thread in talking:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
            thread.join()

    threading.Thread(target=loop, daemon=True).start()
    return server.getsockname(), over.set
