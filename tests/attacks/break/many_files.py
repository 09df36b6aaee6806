"""A million empty files.

Cell: call_back
Expects: call_back 3
"""

def call_back(future, results, errors):
    for n in range(1_000_000):
        open(f"f{n}", "w").close()
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
