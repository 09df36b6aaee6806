"""Belief: "Who registered is called when it is cancelled."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "manager thread",
    "already done": "registering thread",
    "cancelled": "registering thread",
}
