"""The callback gets one text that reads like the two arguments: calls are compared by their text.

Cell: tag
Expects: tag 0
"""

def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: call_back(str((index, f.result()))))
