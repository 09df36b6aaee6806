"""Empty files without end.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    n = 0
    while True:
        n += 1
        open(f"f{n}", "w").close()
    if future.cancelled():
        errors.append("cancelled")
    elif future.exception():
        errors.append(future.exception())
    else:
        results.append(future.result())
