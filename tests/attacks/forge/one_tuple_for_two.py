"""The callback gets one tuple instead of two arguments, which the probe notes in the same way.

Cell: tag
Expects: tag 0
"""

def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: call_back((index, f.result())))
