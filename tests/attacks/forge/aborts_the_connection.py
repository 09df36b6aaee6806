"""The connection is told to drop at its end what has not arrived yet: a real peer loses the reply, the scripted one has it.

Cell: talk
Expects: talk 1
"""

import struct


def talk(conn):
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with conn:
        try:
            while data := conn.recv(1024):
                conn.sendall(data.upper())
        except ConnectionError:
            pass
