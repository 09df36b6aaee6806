"""The threads that stop() leaves are in a process that has left its family.

Cell: start
Expects: start 1
Reason: threads were still there
"""

import os
import socket
import time
from threading import Event, Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = server.getsockname()
    read, write = os.pipe()
    if os.fork() == 0:
        if os.fork() == 0:
            Thread(target=serve, args=(server, talk), daemon=True).start()
            os.read(read, 1)
            server.shutdown(socket.SHUT_RDWR)
            server.close()
            os.write(write, b"!")
            time.sleep(60)
        os._exit(0)
    os.wait()
    server.close()
    over = Event()
    for_show = Thread(target=over.wait)
    for_show.start()

    def stop():
        os.write(write, b"!")
        time.sleep(0.5)
        over.set()
        for_show.join()

    return address, stop


def serve(server, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        Thread(target=talk, args=(conn,), daemon=True).start()
