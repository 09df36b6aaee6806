"""Belief: "The loop variable is frozen in a lambda."

Rejected by: tag_index
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f: call_back(index, f.result()))
