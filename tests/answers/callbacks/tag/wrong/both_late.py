"""Belief: "Neither of two loop variables moves on."

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda _: call_back(index, future.result(timeout=0)))
