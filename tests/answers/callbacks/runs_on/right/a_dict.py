"""The table."""

runs_on = {
    "thread pool": "worker",
    "process pool": "manager thread",
    "already done": "registering thread",
    "cancelled": "cancelling thread",
}
