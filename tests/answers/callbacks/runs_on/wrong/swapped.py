"""A slip: two entries swapped.

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "manager thread",
    "already done": "cancelling thread",
    "cancelled": "registering thread",
}
