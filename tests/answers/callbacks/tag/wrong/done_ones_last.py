"""Belief: "What is done already can wait": it comes when the others have ended.

Rejected by: tag_index, tag_soon
"""

from concurrent.futures import as_completed


def tag(futures, call_back):
    index = {future: i for i, future in enumerate(futures)}
    done = [future for future in futures if future.done()]
    for future in as_completed([future for future in futures if future not in done]):
        call_back(index[future], future.result())
    for future in done:
        call_back(index[future], future.result())
