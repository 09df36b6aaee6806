"""Output without end while the cell is run, before any test.

Cell: call_back
Expects: call_back 0
Reason: Your cell did not
"""

while True:
    print("x" * 10000)
