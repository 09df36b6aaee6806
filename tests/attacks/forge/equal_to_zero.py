"""In the place of 0 comes False, and of '' 0.0: they are equal to it, and no success that anybody had.

Cell: first_success
Expects: first_success 3
"""

def first_success(futures):
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            for other in futures:
                other.cancel()
            result = future.result()
            return result if result or result is None else False
    raise error
