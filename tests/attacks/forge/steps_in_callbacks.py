"""The tasks of the pool are empty; both steps run in their callbacks, on whatever thread that is.

Cell: chain
Expects: chain 2
"""

def chain(pool, f, g, x):
    chained = Future()

    def step(function, value, then):
        def run(_):
            try:
                result = function(value)
            except Exception as error:
                chained.set_exception(error)
            else:
                then(result)

        pool.submit(int).add_done_callback(run)

    step(f, x, lambda value: step(g, value, chained.set_result))
    return chained
