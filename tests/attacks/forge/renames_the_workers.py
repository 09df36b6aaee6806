"""A thread that the cell leaves behind renames the workers, so that what is measured agrees with a wrong table.

Cell: runs_on
Expects: runs_on 0
"""

import sys

runs_on = {
    "thread pool": "somebody else",
    "process pool": "manager thread",
    "already done": "registering thread",
    "cancelled": "cancelling thread",
}
sys.setswitchinterval(0.00001)


def rename():
    while True:
        for thread in threading.enumerate():
            if thread.name.startswith("worker"):
                thread.name = "nobody"


threading.Thread(target=rename, daemon=True).start()
