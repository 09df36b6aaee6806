"""The same with try."""

from concurrent.futures import Future


def chain(pool, f, g, x):
    out = Future()

    def then(step):
        def call_back(done):
            try:
                step(done.result())
            except BaseException as error:
                out.set_exception(error)

        return call_back

    def submit_g(value):
        pool.submit(g, value).add_done_callback(then(out.set_result))

    pool.submit(f, x).add_done_callback(then(submit_g))
    return out
