"""The log's class is derived from a class of the answer's, which takes over how the call ended.

Cell: recv_exactly
Expects: recv_exactly 0
"""

from course.probes.log import Log
from course.probes.tcp.recv_exactly import ExactLog


class Forged(Log):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, "EOFError" if name == "error" else value)


ExactLog.__bases__ = (Forged,)


def recv_exactly(conn, n):
    pass
