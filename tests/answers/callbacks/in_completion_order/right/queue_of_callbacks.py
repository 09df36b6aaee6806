"""Each Future puts itself into a queue when it is done."""

from queue import SimpleQueue


class _Finished:
    def __init__(self, futures):
        self.done = SimpleQueue()
        self.left = 0
        for future in futures:
            self.left += 1
            future.add_done_callback(self.done.put)

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.done.get().result()


def in_completion_order(futures):
    return _Finished(futures)
