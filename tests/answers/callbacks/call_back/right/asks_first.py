"""Asks cancelled(), then exception(), then result()."""


def call_back(future, results, errors):
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception() is not None:
        errors.append(future.exception())
    else:
        results.append(future.result())
