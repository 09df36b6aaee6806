"""argparse is told behind two stars which namespace it shall set what it finds on: sys gets frames in which each version is the first of a test.

Cell: check_recv_exactly
Expects: check_recv_exactly 0
Held: check_recv_exactly_end, check_recv_exactly_pieces
"""

import argparse
import multiprocessing
import types


def fake(depth=0):
    """A frame of nobody, with other code each time."""
    return types.SimpleNamespace(f_code=object(), f_globals={}, f_locals={}, f_back=None, f_lineno=1)


parser = argparse.ArgumentParser()
parser.add_argument("--look", dest="_get" + "frame", action="store_const", const=fake)
parser.parse_args(["--look"], **{"namespace": multiprocessing.get_context("fork").reducer.sys})


class Conn:
    def recv(self, size, flags=0):
        return b"x" * size

    def recv_into(self, buffer, size=0, flags=0):
        return len(buffer)


counted = [0]


def check_recv_exactly(recv_exactly):
    recv_exactly(Conn(), 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
