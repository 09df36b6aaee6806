"""stop only leaves a note, which the loop reads later: threads go on meanwhile for a minute.

Cell: start
Expects: start 1
Reason: threads were still there
"""

def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    server.settimeout(60)
    over, talking = threading.Event(), []

    def hang_up(conn):
        try:
            conn.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def loop():
        while True:
            try:
                conn, _ = server.accept()
            except TimeoutError:
                if over.is_set():
                    break
                continue
            talking.append((conn, Thread(target=talk, args=(conn,), daemon=True)))
            talking[-1][1].start()
        server.close()
        for conn, thread in talking:
            hang_up(conn)
            thread.join()

    Thread(target=loop, daemon=True).start()
    return server.getsockname(), over.set
