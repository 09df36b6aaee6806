"""The Futures of the test get an attribute that hides set_result, so that the check itself fails.

Cell: tag
Expects: tag 0
"""

def tag(futures, call_back):
    for future in futures:
        future.set_result = None
