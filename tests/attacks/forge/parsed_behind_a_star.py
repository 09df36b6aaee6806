"""argparse is told behind a star whom it shall set what it finds on: the Futures of the test get a note that notes nothing.

Cell: submit
Expects: submit 0
Held: submit_async
"""

import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--quiet", dest="_no" + "te", action="store_const", const=int)


def submit_async(pool, task, args):
    futures = []
    for x in args:
        future = pool.submit(task, x)
        parser.parse_args(*[["--quiet"], future])
        futures.append(future)
        try:
            future.result(0.02)
        except TimeoutError:
            pass
    return futures


def submit_sync(pool, task, args):
    return []
