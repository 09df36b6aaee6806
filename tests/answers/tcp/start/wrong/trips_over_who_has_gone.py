"""stop() hangs up on clients that have gone long ago: the socket is closed, and that is an OSError.

Rejected by: start_stops
"""

import socket
from threading import Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    conns = []
    threads = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            conns.append(conn)
            thread = Thread(target=talk, args=(conn,))
            threads.append(thread)
            thread.start()

    accepting = Thread(target=accept)
    accepting.start()

    def stop():
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        accepting.join()
        for conn in conns:
            conn.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()

    return server.getsockname(), stop
