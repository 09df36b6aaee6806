"""Another thread waits until the one that should have slept is really gone, gets its ident, and sleeps.

Cell: task
Expects: task 1
"""

import os
import threading


class Result(tuple):
    def __repr__(self):
        self.thread.join()
        time.sleep(0.5)
        other = threading.Thread(target=self.sleep, args=(2,), name=self.thread.name)
        other.start()
        other.join()
        return "()"


def task(n, sleep=time.sleep):
    result = Result((n, os.getpid(), threading.current_thread().name))
    result.thread, result.sleep = threading.current_thread(), sleep
    return result
