"""What is handed over does nothing: the loop starts a thread of its own that answers, and talk is never given a connection.

Cell: serve
Expects: serve 1
"""

def echo(conn):
    with conn:
        while data := conn.recv(100):
            conn.sendall(data)


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        Thread(target=echo, args=(conn,), daemon=True).start()
        spawn(abs, 0)
