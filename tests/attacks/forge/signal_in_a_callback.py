"""A Future's callback that the main thread runs handles a signal there, whose handler is taken back.

Cell: tag
Expects: tag 0
"""

import signal

calls = []


def handler(number, frame):
    while frame:
        if frame.f_code.co_name == "watch_tag":
            names = frame.f_locals
            noted, values = names["calls"].noted, names["values"]
            noted.append((names["i"], values[names["i"]]))
        frame = frame.f_back


def reach(future):
    before = signal.signal(signal.SIGUSR2, handler)
    signal.raise_signal(signal.SIGUSR2)
    signal.signal(signal.SIGUSR2, before)


def tag(futures, call_back):
    for future in futures:
        if future.done():
            call_back(futures.index(future), future.result())
        else:
            future.add_done_callback(reach)
