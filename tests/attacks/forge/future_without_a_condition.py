"""The Futures of the test lose the condition by which they are asked whether they are done: the check itself fails.

Cell: tag
Expects: tag 0
"""

def tag(futures, call_back):
    for future in futures:
        future._condition = None
