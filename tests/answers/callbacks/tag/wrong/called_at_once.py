"""Belief: "add_done_callback(call_back(...)) registers": it asks for the result at once.

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(call_back(index, future.result()))
