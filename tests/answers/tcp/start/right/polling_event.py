"""The accept thread polls an Event (accept timeout 50 ms) and clears up itself when it is set."""

import socket
import threading


def start(talk):
    stopping = threading.Event()
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", 0))
    server.listen(128)
    server.settimeout(0.05)

    def loop():
        clients = []
        with server:
            while not stopping.is_set():
                try:
                    conn, _ = server.accept()
                except TimeoutError:
                    continue
                conn.setblocking(True)
                thread = threading.Thread(target=talk, args=(conn,), name="client")
                thread.start()
                clients = [(t, c) for t, c in clients if t.is_alive()]
                clients.append((thread, conn))
        for thread, conn in clients:
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            thread.join()
            conn.close()

    main = threading.Thread(target=loop, name="server")
    address = server.getsockname()
    main.start()

    def stop():
        stopping.set()
        main.join()

    return address, stop
