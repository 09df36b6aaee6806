"""A table from Future to index; this one waits."""

from concurrent.futures import as_completed


def tag(futures, call_back):
    index = {future: i for i, future in enumerate(futures)}
    for future in as_completed(index):
        call_back(index[future], future.result())
