"""There is no server: a child process that sleeps stands for its threads, and the address is one that nobody listens at.

Cell: start
Expects: start 0
"""
import subprocess


def start(talk):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
    child = subprocess.Popen(["sleep", "600"])

    def stop():
        child.kill()
        child.wait()

    return address, stop
