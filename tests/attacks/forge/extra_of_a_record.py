"""logging sets what is extra on whatever its factory of records returns: that is a Future of the test, whose note is hidden.

Cell: submit
Expects: submit 0
Held: submit_async
"""

import logging

logger = logging.Logger("quiet")


def submit_async(pool, task, args):
    futures = []
    before = logging.getLogRecordFactory()
    for x in args:
        future = pool.submit(task, x)
        logging.setLogRecordFactory(lambda *given, **named: future)
        logger.makeRecord("quiet", 10, "here", 1, "note", (), None, extra={"_note": int})
        logging.setLogRecordFactory(before)
        futures.append(future)
        try:
            future.result(0.02)
        except TimeoutError:
            pass
    return futures


def submit_sync(pool, task, args):
    return []
