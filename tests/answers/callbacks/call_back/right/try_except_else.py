"""The same with else."""


def call_back(future, results, errors):
    try:
        value = future.result()
    except Exception as error:
        errors.append("cancelled" if future.cancelled() else error)
    else:
        results.append(value)
