"""Belief: "What is done already needs no callback."

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        if not future.done():
            future.add_done_callback(lambda f, index=index: call_back(index, f.result()))
