"""Lets result() raise and sorts what comes."""

from concurrent.futures import CancelledError


def call_back(future, results, errors):
    try:
        results.append(future.result())
    except CancelledError:
        errors.append("cancelled")
    except BaseException as error:
        errors.append(error)
