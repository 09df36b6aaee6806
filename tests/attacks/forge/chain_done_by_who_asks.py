"""Nobody hands over the second step but who asks the Future of chain for its result: a method of its class does it then.

Cell: chain
Expects: chain 0
Thinks: the probe's user calls future.result() from the beginning, so what the method does comes in time
"""
class Asked(Future):
    """Does its work when it is asked for the result."""

    def begin(self, pool, f, g, x):
        self.pool, self.g, self.first = pool, g, pool.submit(f, x)

    def result(self, timeout=None):
        try:
            self.set_result(self.pool.submit(self.g, self.first.result()).result())
        except Exception as error:
            self.set_exception(error)
        return super().result(timeout)


def chain(pool, f, g, x):
    answer = Asked()
    answer.begin(pool, f, g, x)
    return answer
