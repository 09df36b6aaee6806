"""The check looks at nothing that a version does: its connection asks traceback who reads from it, by name.

Cell: check_recv_exactly
Expects: check_recv_exactly 0
"""

import traceback


class Conn:
    def __init__(self):
        self.names = set()

    def recv(self, size, flags=0):
        self.names |= {entry.name for entry in traceback.extract_stack()}
        return b"x" * size

    def recv_into(self, buffer, size=0, flags=0):
        self.names |= {entry.name for entry in traceback.extract_stack()}
        return size or len(buffer)


def check_recv_exactly(recv_exactly):
    conn = Conn()
    recv_exactly(conn, 5)
    assert conn.names & {"with_a_loop", "into_a_buffer"}
