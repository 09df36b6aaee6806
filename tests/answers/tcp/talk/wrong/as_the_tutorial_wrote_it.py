"""The tutorial's talk: send, one exception, close at the bottom.

Rejected by: talk_whole, talk_ends, talk_closes
"""


def talk(conn):
    while True:
        try:
            data = conn.recv(1024)
            if not data:
                break
            print(data.decode("utf-8"))
            conn.send(data.upper())
        except ConnectionResetError as e:
            print(e)
            break
    conn.close()
