"""When all have failed it raises the error of the last in the list.

Cell: first_success
Expects: first_success 3
Reason: The Futures failed in the order 1, 2, 0
"""

def first_success(futures):
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise futures[-1].exception()
