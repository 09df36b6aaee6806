"""Belief: "The Future is its result."

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: call_back(index, f))
