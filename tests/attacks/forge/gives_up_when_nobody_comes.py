"""The server gives up when nobody has come for a second: it does not accept for ever.

Cell: serve
Expects: serve 2
"""

def serve(server, spawn, talk):
    server.settimeout(1)
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        conn.settimeout(None)
        spawn(talk, conn)
