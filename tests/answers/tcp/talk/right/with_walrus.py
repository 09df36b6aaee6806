"""With conn, a walrus loop, ConnectionError caught around the loop."""


def talk(conn):
    with conn:
        try:
            while data := conn.recv(4096):
                conn.sendall(data.upper())
        except ConnectionError:
            pass
