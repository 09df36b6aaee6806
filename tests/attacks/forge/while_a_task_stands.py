"""The steps run on a thread of the answer's, while tasks that do nothing stand in the pool and give the steps their time.

Cell: chain
Expects: chain 1
"""

def chain(pool, f, g, x):
    chained = Future()

    def step(function, value):
        begun, over = threading.Event(), threading.Event()
        pool.submit(lambda: (begun.set(), over.wait()))
        begun.wait()
        try:
            return function(value)
        finally:
            over.set()

    def run():
        try:
            chained.set_result(step(g, step(f, x)))
        except Exception as error:
            chained.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return chained
