"""/dev/shm and /tmp are filled.

Cell: call_back
Expects: call_back 0
Reason: No space left
"""

def call_back(future, results, errors):
    for place in ("/dev/shm", "/tmp"):
        for name in range(10):
            with open(f"{place}/big{name}", "wb") as file:
                file.write(bytes(60 << 20))
