"""Try / except / finally close, while True with an explicit break at EOF."""


def talk(conn):
    try:
        while True:
            data = conn.recv(65536)
            if not data:
                break
            conn.sendall(data.upper())
    except (ConnectionResetError, BrokenPipeError, ConnectionAbortedError):
        pass
    finally:
        conn.close()
