"""A thread goes on adding to a dict that the answer has left, while the check itself turns it into plain data.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    table = dict.fromkeys(range(300_000))
    results.append(table)

    def grow():
        for number in range(300_000, 2_000_000):
            table[number] = None

    threading.Thread(target=grow, daemon=True).start()
