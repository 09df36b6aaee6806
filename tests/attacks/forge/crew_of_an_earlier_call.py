"""The first call makes a crew of threads that never ends; later servers let the crew talk, so stop() wakes nobody and leaves everybody stuck.

Cell: start
Expects: start 1
"""
crew = []


def start(talk):
    is_first = not crew
    if is_first:
        pool = ThreadPoolExecutor(10)
        meeting = threading.Barrier(10)
        for future in [pool.submit(meeting.wait) for _ in range(10)]:
            future.result()
        crew.append(pool)
    server = socket.create_server(("127.0.0.1", 0))
    address = server.getsockname()

    def loop():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            crew[0].submit(talk, conn)

    door = Thread(target=loop, daemon=True)
    door.start()

    def stop():
        try:
            server.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        server.close()
        door.join()
        if is_first:
            raise RuntimeError("the crew stays")

    return address, stop
