"""The tutorial's client: it never ends and never closes.

Rejected by: chat_rounds, chat_whole, chat_closes
"""


def chat(conn, name, rounds):
    n = 0
    while True:
        data = "%s %s" % (name, n)
        conn.send(data.encode("utf-8"))
        res = conn.recv(1024)
        print(res.decode("utf-8"))
        n += 1
