"""Belief: "What is an exception was raised": an exception that f or g returns ends the chain as an error.

Rejected by: chain_value
"""

from concurrent.futures import Future


def chain(pool, f, g, x):
    chained = Future()

    def then(step):
        def call_back(done):
            outcome = done.exception() or done.result()
            if isinstance(outcome, Exception):
                chained.set_exception(outcome)
            else:
                step(outcome)

        return call_back

    def submit_g(value):
        pool.submit(g, value).add_done_callback(then(chained.set_result))

    pool.submit(f, x).add_done_callback(then(submit_g))
    return chained
