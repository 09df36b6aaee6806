"""Returns from the except branch, the close is after the loop.

Rejected by: talk_closes
"""


def talk(conn):
    while True:
        try:
            data = conn.recv(4096)
            if not data:
                break
            conn.sendall(data.upper())
        except ConnectionError:
            return
    conn.close()
