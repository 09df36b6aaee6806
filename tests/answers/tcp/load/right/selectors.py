"""A selector waits for all the answers together, until a deadline."""

import selectors
import socket
import time


def load(address, n):
    message = b"abc"
    conns = []
    answered = 0
    selector = selectors.DefaultSelector()
    try:
        for _ in range(n):
            conns.append(socket.create_connection(address, timeout=5))
        for conn in conns:
            selector.register(conn, selectors.EVENT_READ, bytearray())
        for conn in conns:
            try:
                conn.sendall(message)
            except OSError:
                selector.unregister(conn)
        deadline = time.monotonic() + 5
        while selector.get_map() and time.monotonic() < deadline:
            for key, _ in selector.select(deadline - time.monotonic()):
                try:
                    chunk = key.fileobj.recv(1024)
                except OSError:
                    chunk = b""
                key.data.extend(chunk)
                if key.data == message.upper():
                    answered += 1
                if not chunk or len(key.data) >= len(message):
                    selector.unregister(key.fileobj)
    except OSError:
        return answered
    finally:
        selector.close()
        for conn in conns:
            conn.close()
    return answered
