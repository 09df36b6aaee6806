"""An object keeps the index."""


class _Tag:
    def __init__(self, index, call_back):
        self.index = index
        self.call_back = call_back

    def __call__(self, future):
        if future.cancelled() or future.exception() is not None:
            return
        self.call_back(self.index, future.result())


def tag(futures, call_back):
    index = 0
    for future in futures:
        future.add_done_callback(_Tag(index, call_back))
        index += 1
