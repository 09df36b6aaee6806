"""The table, from pairs."""

runs_on = dict(
    [
        ("thread pool", "worker"),
        ("process pool", "manager thread"),
        ("already done", "registering thread"),
        ("cancelled", "cancelling thread"),
    ]
)
