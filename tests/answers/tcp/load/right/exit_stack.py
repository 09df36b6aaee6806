"""One thread: connect all, ask all, read all against one deadline, only then close all."""

import socket
import time
from contextlib import ExitStack


def load(address, n, patience=5):
    question, answer = b"hello", b"HELLO"
    with ExitStack() as stack:
        try:
            conns = [
                stack.enter_context(socket.create_connection(address, timeout=patience))
                for _ in range(n)
            ]
        except OSError:
            return 0
        asked = []
        for conn in conns:
            try:
                conn.sendall(question)
                asked.append(conn)
            except OSError:
                pass
        deadline = time.monotonic() + patience
        answered = 0
        for conn in asked:
            reply = b""
            try:
                while len(reply) < len(answer):
                    conn.settimeout(max(0.001, deadline - time.monotonic()))
                    chunk = conn.recv(len(answer) - len(reply))
                    if not chunk:
                        break
                    reply += chunk
            except OSError:
                pass
            answered += reply == answer
        return answered
