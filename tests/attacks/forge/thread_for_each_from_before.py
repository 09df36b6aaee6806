"""A thread for each client, all of them left behind by the first call, so that the call whose threads are counted has started one.

Cell: communicate
Expects: communicate 1
"""
crew = []


class Server:
    def __init__(self, server, door):
        self.server, self.door = server, door

    def shutdown(self):
        try:
            self.server.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.server.close()
        self.door.join()


def hold(conn):
    with conn:
        try:
            while data := conn.recv(4096):
                conn.sendall(data.upper())
        except OSError:
            pass


def communicate(server, max_workers):
    if not crew:
        pool = ThreadPoolExecutor(38)
        meeting = threading.Barrier(38)
        for future in [pool.submit(meeting.wait) for _ in range(38)]:
            future.result()
        crew.append(pool)

    def loop():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            crew[0].submit(hold, conn)

    door = Thread(target=loop, daemon=True)
    door.start()
    return Server(server, door)
