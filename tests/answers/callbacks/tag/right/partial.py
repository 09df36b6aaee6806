"""functools.partial keeps the index."""

from functools import partial


def _report(call_back, index, future):
    if not future.cancelled() and future.exception() is None:
        call_back(index, future.result())


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(partial(_report, call_back, index))
