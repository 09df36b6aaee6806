"""A file that grows without end, and then another.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    for name in range(100):
        with open(f"big{name}", "wb") as file:
            for _ in range(1000):
                file.write(bytes(1 << 20))
