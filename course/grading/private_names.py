"""Names that other people's objects have: underscored ones, which a class of one's own may use too, but not on any
object; and methods, which nobody replaces on an object that is not one's own.
"""

from __future__ import annotations

import concurrent.futures.process
import concurrent.futures.thread
import json
import multiprocessing.pool
import multiprocessing.process
import queue
import random
import re
import selectors
import socket
import socketserver
import threading
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from course import probes

OF_IPYTHON = frozenset({"_ip", "_oh", "_dh", "_ih"})

#: what people keep in objects under the same name
DATA = frozenset(
    {
        *("cancelled", "check", "child", "default", "done", "empty", "error", "exception", "full", "now", "random"),
        *("ready", "result", "running", "sample", "seed", "stat", "successful"),
    }
)


@cache
def taken() -> frozenset[str]:
    """By the classes and objects that exercises are about."""
    import gevent.event  # here: who grades needs it for this only
    import gevent.pool
    import gevent.threadpool

    modules: tuple[ModuleType, ...] = (threading, queue, concurrent.futures._base, concurrent.futures.thread)
    modules += (concurrent.futures.process,)
    modules += (socket, socketserver, selectors, multiprocessing.process, multiprocessing.pool)
    modules += (gevent.event, gevent.pool, gevent.threadpool, gevent.hub, gevent.greenlet)
    made: list[Any] = [threading.Thread(), threading.Condition(), threading.Event(), threading.Barrier(1)]
    made += [concurrent.futures.Future(), concurrent.futures.ThreadPoolExecutor(1), queue.Queue()]
    made += [threading.Semaphore(), threading.Timer(1, print), threading.local()]
    names = {name for module in modules for name in _of_module(module)} | _of_probes()
    return OF_IPYTHON | {name for name in names | {n for it in made for n in vars(it)} if name[:1] == "_"}


def _of_probes() -> set[str]:
    """What our own objects keep, and those that look like other people's."""
    texts = [path.read_text("utf-8") for path in Path(probes.__path__[0]).glob("*.py")]
    return {name for text in texts for name in re.findall(r"(?:self|future|thread)\.(_[a-z]\w*)", text)}


@cache
def methods() -> frozenset[str]:
    """Of classes whose objects lead through a check, by their public names."""
    import gevent.core
    import gevent.hub

    kinds: list[type] = [threading.Thread, threading.Condition, threading.Event, threading.Semaphore, queue.Queue]
    kinds += [concurrent.futures.Future, concurrent.futures.Executor, socket.socket, random.Random]
    kinds += [json.JSONDecoder, json.JSONEncoder, gevent.Greenlet, gevent.hub.Hub, gevent.core.loop]
    names = {name for kind in kinds for name in dir(kind) if name[:1] != "_" and callable(getattr(kind, name, None))}
    return frozenset(names - DATA)


def _of_module(module: ModuleType) -> set[str]:
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    return {name for it in (module, *classes) for name in dir(it)}
