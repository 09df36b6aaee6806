"""Belief: "The worker process calls back."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "worker",
    "process pool": "worker",
    "already done": "registering thread",
    "cancelled": "cancelling thread",
}
