"""One task per client, in a pool of four.

Rejected by: load_counts, load_together
"""

import socket
from concurrent.futures import ThreadPoolExecutor


def load(address, n):
    def one(_):
        try:
            with socket.create_connection(address, timeout=3) as conn:
                conn.sendall(b"hello")
                return bool(conn.recv(1024))
        except OSError:
            return False

    with ThreadPoolExecutor(max_workers=4) as pool:
        return sum(pool.map(one, range(n)))
