"""A child process serves with a thread for each client; in this process there are none to be counted.

Cell: communicate
Expects: communicate 2
"""

import multiprocessing


def talk_to(conn):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())


def loop(server):
    while True:
        conn, _ = server.accept()
        Thread(target=talk_to, args=(conn,), daemon=True).start()


def communicate(server, max_workers):
    child = multiprocessing.get_context("fork").Process(target=loop, args=(server,), daemon=True)
    child.start()

    class Server:
        def shutdown(self):
            child.terminate()

    return Server()
