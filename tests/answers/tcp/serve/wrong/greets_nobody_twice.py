"""Belief: "An address is a client": who comes with a known one is dropped.

Rejected by: serve_hands_over, serve_right_conn
"""


def serve(server, spawn, talk):
    known = set()
    while True:
        try:
            conn, address = server.accept()
        except OSError:
            return
        if address in known:
            conn.close()
            continue
        known.add(address)
        spawn(talk, conn)
