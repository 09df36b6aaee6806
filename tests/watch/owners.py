"""Everything a watch may touch, to compare before and after."""

import queue
import socket
import threading
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

OWNERS = [Executor, ThreadPoolExecutor, ProcessPoolExecutor, Future, threading.Thread, threading.Condition]
OWNERS += [threading.Event, queue.Queue, socket.socket]


def owned() -> dict[str, Any]:
    """`Class.attribute` -> the very object, for every class and module that is wrapped."""
    found = {f"{owner.__name__}.{name}": value for owner in OWNERS for name, value in vars(owner).items()}
    modules = {
        f"{module.__name__}.{name}": value for module in (threading, time) for name, value in vars(module).items()
    }
    return {
        name: value for name, value in {**found, **modules}.items() if callable(value) or isinstance(value, property)
    }
