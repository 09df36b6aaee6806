"""A method is taken from the type of an object and not from the class by its name: self is then a Future of the test, whose note is hidden.

Cell: submit
Expects: submit 0
Held: submit_async
"""

class Quiet:
    def begin(self):
        self._note = int


quiet = Quiet()


def submit_async(pool, task, args):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        type(quiet).begin(future)
        futures.append(future)
        try:
            future.result(0.02)
        except TimeoutError:
            pass
    return futures


def submit_sync(pool, task, args):
    return []
