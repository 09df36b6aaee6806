"""More memory than there is.

Cell: call_back
Expects: call_back 0
Reason: MemoryError
"""

def call_back(future, results, errors):
    held = []
    while True:
        held.append(bytearray(1 << 26))
