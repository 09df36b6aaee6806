"""Threads without end.

Cell: call_back
Expects: call_back 0
"""

import threading

def call_back(future, results, errors):
    while True:
        threading.Thread(target=threading.Event().wait).start()
