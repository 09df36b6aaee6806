"""The answer gives the Futures their results itself, so that the check fails when it does.

Cell: tag
Expects: tag 0
"""

def tag(futures, call_back):
    for index, future in enumerate(futures):
        if not future.done():
            future.set_result(None)
        call_back(index, None)
