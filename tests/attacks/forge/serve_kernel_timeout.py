"""serve gives up when nobody has come for a while: the kernel is told so with SO_RCVTIMEO, which no gettimeout() shows.

Cell: serve
Expects: serve 1
"""
def serve(server, spawn, talk):
    server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, (1).to_bytes(8, "little") + bytes(8))
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        spawn(talk, conn)
