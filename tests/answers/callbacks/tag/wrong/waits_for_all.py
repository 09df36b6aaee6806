"""Belief: "First wait for all."

Rejected by: tag_index, tag_soon
"""

from concurrent.futures import wait


def tag(futures, call_back):
    wait(futures)
    for index, future in enumerate(futures):
        call_back(index, future.result())
