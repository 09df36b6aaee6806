"""A slip: result and index the wrong way round.

Rejected by: tag_index, tag_soon
"""


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: call_back(f.result(), index))
