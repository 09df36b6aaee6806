"""Belief: "A cancelled task has its worker call back."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "manager thread",
    "already done": "registering thread",
    "cancelled": "worker",
}
