"""Iter(partial(recv), b"") inside contextlib.closing and suppress."""

from contextlib import closing, suppress
from functools import partial


def talk(conn):
    with closing(conn), suppress(ConnectionError):
        for data in iter(partial(conn.recv, 1024), b""):
            conn.sendall(data.upper())
