"""A grandchild whose parent has ended serves with a thread for each client: it is nobody's child any more.

Cell: communicate
Expects: communicate 2
"""

import os


def talk_to(conn):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())


def loop(server):
    while True:
        conn, _ = server.accept()
        Thread(target=talk_to, args=(conn,), daemon=True).start()


def communicate(server, max_workers):
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            try:
                loop(server)
            finally:
                os._exit(0)
        os._exit(0)
    os.waitpid(child, 0)

    class Server:
        def shutdown(self):
            pass

    return Server()
