"""The callback gets an object whose description reads like the two arguments: an Opaque is shown as its text.

Cell: tag
Expects: tag 0
"""

class Both:
    def __init__(self, *both):
        self.both = both

    def __repr__(self):
        return repr(self.both)


def tag(futures, call_back):
    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: call_back(Both(index, f.result())))
