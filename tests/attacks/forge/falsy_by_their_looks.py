"""In the place of 0, None and '' come objects that only look like them when they are printed.

Cell: in_completion_order
Expects: in_completion_order 1
"""

class Looks:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return repr(self.value)


def in_completion_order(futures):
    for future in as_completed(futures):
        yield future.result() or Looks(future.result())
