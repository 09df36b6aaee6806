"""Each client leaves as soon as it has its answer, with one byte more that nobody reads, behind which the probe does not see that it has gone.

Cell: load
Expects: load 0
"""
def load(address, n):
    conns = [socket.create_connection(address) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        if conn.recv(100) == b"HELLO":
            answered += 1
            conn.sendall(b"!")
        conn.close()
    return answered
