"""Real kernels for the tests, spoken to over their real channels."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager

GUARD = 60.0  #: seconds; only a kernel that hangs uses them up
ON = "%load_ext course.gevent_kernel\n%gui gevent"
SERVER = """
import gevent, socket, time

server = socket.create_server(("127.0.0.1", 0), backlog=512)

def talk(conn):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())

def serve():
    while True:
        conn, _ = server.accept()
        gevent.spawn(talk, conn)

serving = gevent.spawn(serve)
print(server.getsockname()[1])
"""


@dataclass
class Outcome:
    """What a cell did: its streams, its result and its error's name."""

    stdout: str = ""
    stderr: str = ""
    result: str = ""
    error: str = ""
    other: list[Any] = field(default_factory=list)


class Kernel:
    """One kernel and a client of it."""

    def __init__(self, folder: Path, **env: str) -> None:
        self._errors = (folder / "kernel.err").open("w+")
        self.manager = KernelManager(kernel_name="python3")
        self.manager.start_kernel(
            env={**os.environ, **env}, cwd=str(folder), stderr=self._errors, stdout=subprocess.DEVNULL
        )
        self.connect()

    def connect(self) -> None:
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=GUARD)

    def run(self, code: str, when_busy: threading.Event | None = None) -> Outcome:
        """Run a cell and return its outcome when the kernel has replied."""
        outcome = Outcome()
        sent = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=GUARD)
            content = message["content"]
            if content.get("execution_state") == "busy" and when_busy is not None:
                when_busy.set()
            if message["msg_type"] == "stream":
                name = content["name"]
                setattr(outcome, name, getattr(outcome, name) + content["text"])
            elif message["parent_header"].get("msg_id") != sent:
                outcome.other.append(message)
            elif message["msg_type"] == "error":
                outcome.error = content["ename"]
            elif message["msg_type"] == "execute_result":
                outcome.result = content["data"]["text/plain"]
            elif content.get("execution_state") == "idle":
                break
        self.client.get_shell_msg(timeout=GUARD)
        return outcome

    def interrupted(self, code: str) -> Outcome:
        """Run a cell that prints when it has got going, and interrupt it then."""
        found: list[Outcome] = []
        cell = threading.Thread(target=lambda: found.append(self.run(code)), daemon=True)
        with announced() as port:
            self.run(
                "from gevent import monkey\nplain = monkey.get_original('socket', 'socket')  # lets nobody else run\n"
                f"def going():\n    with plain() as there: there.connect(('127.0.0.1', {port}))"
            )
            cell.start()
            port.wait()
        self.manager.interrupt_kernel()
        cell.join(GUARD)
        assert found, f"the cell did not end within {GUARD:.0f} s of the interrupt: {code}"
        return found[0]

    def stop(self) -> str:
        """Shut the kernel down as JupyterLab does; returns what it wrote on its standard error."""
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        self._errors.seek(0)
        lines = self._errors.read().splitlines()
        self._errors.close()
        return "\n".join(line for line in lines if line.strip() and "without encryption" not in line)


class _Port(int):
    """A port; `wait` until somebody has connected to it."""

    _server: Any

    def wait(self) -> None:
        self._server.settimeout(GUARD)
        self._server.accept()[0].close()


@contextmanager
def announced() -> Iterator[_Port]:
    """A port to which a cell connects when it has got going."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = _Port(server.getsockname()[1])
        port._server = server
        yield port


def ask(port: int, n: int = 1) -> list[bytes]:
    """The answers of the server at `port` to `n` clients of another process, all connected at once."""
    code = (
        "import socket\n"
        f"clients = [socket.create_connection(('127.0.0.1', {port}), timeout={GUARD}) for _ in range({n})]\n"
        "for i, c in enumerate(clients): c.sendall(b'hello %d' % i)\n"
        "for c in clients: print(c.recv(100).decode())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=2 * GUARD)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.split(b"\n")[:-1]


def answers(n: int = 1) -> list[bytes]:
    """What `ask` should return."""
    return [b"HELLO %d" % i for i in range(n)]
