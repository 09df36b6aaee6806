"""Belief: "The worker always calls back."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "worker",
    "already done": "worker",
    "cancelled": "worker",
}
