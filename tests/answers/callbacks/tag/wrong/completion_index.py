"""Belief: "The index is the place in the order of ending."

Rejected by: tag_index
"""

from concurrent.futures import as_completed


def tag(futures, call_back):
    for index, future in enumerate(as_completed(futures)):
        call_back(index, future.result())
