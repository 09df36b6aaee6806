"""Belief: "A callback runs in the main thread."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "registering thread",
    "process pool": "registering thread",
    "already done": "registering thread",
    "cancelled": "registering thread",
}
