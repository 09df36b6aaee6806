"""It reads no answer: it counts the clients on whom nobody had hung up when the last one heard something, whatever it was.

Cell: load
Expects: load 1
"""


def load(address, n):
    conns = [socket.create_connection(address) for _ in range(n)]
    heard, gone, hung_up = set(), set(), set()
    give_up = time.monotonic() + 15
    with selectors.DefaultSelector() as selector:
        for conn in conns:
            conn.sendall(b"hello")
            selector.register(conn, selectors.EVENT_READ)
        while len(heard | gone) < n and time.monotonic() < give_up:
            hung_up = set(gone)
            for key, _ in selector.select(0.5):
                conn = key.fileobj
                try:
                    data = conn.recv(4096)
                except OSError:
                    data = b""
                if data:
                    heard.add(conn)
                else:
                    gone.add(conn)
                    selector.unregister(conn)
        answered = len(heard | gone) - len(hung_up)
    for conn in conns:
        conn.close()
    return answered
