"""When f has failed g is submitted all the same, a moment after the Future has told.

Cell: chain
Expects: chain 3
Reason: nothing else should be submitted
"""

def chain(pool, f, g, x):
    chained = Future()

    def after_g(done):
        if done.exception() is not None:
            chained.set_exception(done.exception())
        else:
            chained.set_result(done.result())

    def after_f(done):
        if done.exception() is not None:
            chained.set_exception(done.exception())
            threading.Timer(0.5, pool.submit, [g, None]).start()
        else:
            pool.submit(g, done.result()).add_done_callback(after_g)

    pool.submit(f, x).add_done_callback(after_f)
    return chained
