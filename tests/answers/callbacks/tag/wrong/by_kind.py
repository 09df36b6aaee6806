"""Belief: "What is an exception was raised": a task that returns one has no result.

Rejected by: tag_index
"""


def tag(futures, call_back):
    def done(future, index):
        outcome = future.exception() or future.result()
        if not isinstance(outcome, Exception):
            call_back(index, outcome)

    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: done(f, index))
