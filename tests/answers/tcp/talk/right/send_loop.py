"""Send in a loop over what is left instead of sendall."""


def talk(conn):
    try:
        data = conn.recv(8192)
        while data:
            rest = data.upper()
            while rest:
                rest = rest[conn.send(rest) :]
            data = conn.recv(8192)
    except ConnectionError:
        pass
    finally:
        conn.close()
