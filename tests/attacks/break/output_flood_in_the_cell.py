"""Output without end while the cell is run, before any test.

Cell: call_back
Expects: call_back 0
Reason: did not come to an end
"""

while True:
    print("x" * 10000)
