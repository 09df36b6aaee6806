"""The TCP lesson's Parsons problem. Lines that do not belong are slips of the tutorial or its readers."""

#: Shown in this order. Subgoals: accept, hand over, converse, close.
ACCEPT_LINES = (
    "            conn.sendall(data.upper())",
    "    conn, address = server.accept()",
    "    Thread(target=talk(conn)).start()",
    "def talk(conn):",
    "            conn.close()",
    "while True:",
    "        while data := conn.recv(1024):",
    "    Thread(target=talk, args=(conn,)).start()",
    "    with conn:",
    "    conn.close()",
    "        if data := conn.recv(1024):",
)
