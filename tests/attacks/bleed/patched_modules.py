"""Standard modules that are not what they were.

Cell: call_back
Expects: call_back 0
"""

import concurrent.futures
import threading

concurrent.futures.Future.result = threading.Thread.start = time.sleep = None
threading.Lock = threading.RLock = lambda: None


def call_back(future, results, errors):
    pass
