"""A selector thread does everything well enough but nothing is returned.

Rejected by: communicate_threads
"""

import selectors
import threading


def communicate(server, max_workers):
    selector = selectors.DefaultSelector()
    selector.register(server, selectors.EVENT_READ)

    def dispatch():
        while True:
            for key, _ in selector.select():
                if key.fileobj is server:
                    try:
                        conn, _ = server.accept()
                    except OSError:
                        return
                    selector.register(conn, selectors.EVENT_READ)
                    continue
                conn = key.fileobj
                try:
                    data = conn.recv(4096)
                    conn.sendall(data.upper())
                except OSError:
                    data = b""
                if not data:
                    selector.unregister(conn)
                    conn.close()

    threading.Thread(target=dispatch, daemon=True).start()
