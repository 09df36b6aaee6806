"""Belief: "A manager thread does all of it."

Rejected by: runs_on_measured
"""

runs_on = {
    "thread pool": "manager thread",
    "process pool": "manager thread",
    "already done": "manager thread",
    "cancelled": "manager thread",
}
