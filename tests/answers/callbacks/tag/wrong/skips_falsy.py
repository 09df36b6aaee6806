"""Belief: "None and 0 are no results."

Rejected by: tag_index
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: f.result() and call_back(index, f.result()))
