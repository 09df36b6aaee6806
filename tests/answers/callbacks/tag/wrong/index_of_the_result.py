"""Belief: "Each result is another one": its place among the results is looked for.

Rejected by: tag_index
"""


def tag(futures, call_back):
    def done(future):
        results = [other.result() if other.done() else ... for other in futures]
        call_back(results.index(future.result()), future.result())

    for future in futures:
        future.add_done_callback(done)
