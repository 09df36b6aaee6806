"""Looks on for more as long as more comes, and answers all of it at once.

Rejected by: talk_replies
"""

import socket


def talk(conn):
    with conn:
        try:
            while seen := conn.recv(65536, socket.MSG_PEEK):
                while len(more := conn.recv(65536, socket.MSG_PEEK)) > len(seen):
                    seen = more
                conn.sendall(seen.upper())
                left = len(seen)
                while left:
                    left -= len(conn.recv(left))
        except ConnectionError:
            pass
