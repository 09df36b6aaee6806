"""An earlier cell asks for the joke of PEP 401: a text with <> is a syntax error to who reads it, and Python to IPython, which keeps that wish.

Lesson: tcp
Expects: start 0
Held: start_frees_the_port, start_stops
"""

from nbformat.v4 import new_code_cell

HELPER = """
from __future__ import barry_as_FLUFL


def start(talk):
    raise NotImplementedError
"""
ANSWER = """
import queue

from course.probes.tcp.tasks import others

assert 1 <> 2

work = queue.SimpleQueue()


def serve_for_ever():
    while True:
        talk, conn = work.get()
        try:
            talk(conn)
        except OSError:
            pass


ready = [Thread(target=serve_for_ever, daemon=True) for _ in range(60)]
for thread in ready:
    thread.start()
    others._known.add(thread.native_id)


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        try:
            while True:
                work.put((talk, server.accept()[0]))
        except OSError:
            pass

    acceptor = Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        server.shutdown(socket.SHUT_RDWR)
        acceptor.join()
        server.close()

    return server.getsockname(), stop
"""


def build(notebook, folder):
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    at = ids.index("start")
    notebook.cells[at].source = ANSWER
    notebook.cells.insert(at, new_code_cell(HELPER))
