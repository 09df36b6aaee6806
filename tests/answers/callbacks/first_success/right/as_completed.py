"""As they end."""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise error
