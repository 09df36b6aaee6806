"""A thread for each client, of gevent's native pool: threading does not count them.

Cell: communicate
Expects: communicate 2
"""

from gevent.threadpool import ThreadPool


def communicate(server, max_workers):
    def talk(conn):
        with conn:
            while data := conn.recv(1024):
                conn.sendall(data.upper())

    def loop():
        native = ThreadPool(300)
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            native.spawn(talk, conn)

    Thread(target=loop, daemon=True).start()
    return ThreadPoolExecutor(max_workers)
