"""Belief: "Things end in the order of the list."

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        call_back(index, future.result())
