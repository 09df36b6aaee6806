"""Send instead of sendall, its result ignored.

Rejected by: talk_whole
"""


def talk(conn):
    with conn:
        try:
            while data := conn.recv(65536):
                conn.send(data.upper())
        except ConnectionError:
            pass
