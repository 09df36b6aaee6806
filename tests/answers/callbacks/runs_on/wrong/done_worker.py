"""Belief: "A late callback still runs on the worker."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "manager thread",
    "already done": "worker",
    "cancelled": "cancelling thread",
}
