"""The address is a tuple of a host and a port that no port can be, and the check tries whether anybody is there.

Cell: start
Expects: start 0
"""

def start(talk):
    return ("127.0.0.1", 70000), lambda: None
