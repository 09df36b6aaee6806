"""Waits for ever and lets nothing interrupt it.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    while True:
        try:
            time.sleep(3600)
        except BaseException:
            pass
