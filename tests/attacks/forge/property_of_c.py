"""What comes back has a property that a function of C computes, and fails, when the check looks how to stop it.

Cell: communicate
Expects: communicate 0
"""

class Server:
    shutdown = property([].pop)


def communicate(server, max_workers):
    return Server()
