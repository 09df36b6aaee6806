"""An executor of n threads maps connect, then ask."""

import socket
from concurrent.futures import ThreadPoolExecutor


def load(address, n):
    def connect(_):
        try:
            return socket.create_connection(address, timeout=5)
        except OSError:
            return None

    def ask(conn):
        try:
            conn.sendall(b"x")
            return conn.recv(1) == b"X"
        except OSError:
            return False

    with ThreadPoolExecutor(max_workers=max(1, n)) as pool:
        conns = list(pool.map(connect, range(n)))
        try:
            if None in conns:
                return 0
            return sum(pool.map(ask, conns))
        finally:
            for conn in conns:
                if conn is not None:
                    conn.close()
