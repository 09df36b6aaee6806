"""Hands over two at a time.

Rejected by: serve_hands_over, serve_right_conn, serve_quiet_end
"""


def serve(server, spawn, talk):
    waiting = []
    while True:
        try:
            waiting.append(server.accept()[0])
        except OSError:
            return
        if len(waiting) == 2:
            spawn(talk, waiting.pop())
            spawn(talk, waiting.pop())
