"""An off by one: indices from 1.

Rejected by: tag_index
"""


def tag(futures, call_back):
    for index, future in enumerate(futures, start=1):
        future.add_done_callback(lambda f, index=index: call_back(index, f.result()))
