"""A small generator of connections, the loop hands them over."""


def _connections(server):
    try:
        while True:
            yield server.accept()[0]
    except OSError:
        pass


def serve(server, spawn, talk):
    for conn in _connections(server):
        spawn(talk, conn)
