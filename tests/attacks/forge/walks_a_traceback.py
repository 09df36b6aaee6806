"""Frames are reached through the traceback of an exception, without sys.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    try:
        raise KeyError
    except KeyError as error:
        frame = error.__traceback__.tb_frame
    while frame:
        call = frame.f_locals.get("self")
        if type(call).__name__ == "Call":
            results.append(call)
        frame = frame.f_back
    if future.done() and not future.cancelled() and not future.exception():
        results[:] = [*results, future.result()]
