"""Belief: "Ending the conversations ends the server": nobody closes the door.

Rejected by: start_stops, start_frees_the_port
"""

import socket
from threading import Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0))
    conns = []

    def loop():
        while True:
            conn, _ = server.accept()
            conns.append(conn)
            Thread(target=talk, args=(conn,), daemon=True).start()

    def stop():
        for conn in conns:
            conn.shutdown(socket.SHUT_RDWR)

    Thread(target=loop, daemon=True).start()
    return server.getsockname(), stop
