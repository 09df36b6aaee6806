"""Belief: "A conversation is a question and an answer."

Rejected by: talk_replies, talk_whole
"""


def talk(conn):
    with conn:
        try:
            conn.sendall(conn.recv(1024).upper())
        except ConnectionError:
            pass
