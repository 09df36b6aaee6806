"""The table, entry by entry."""

runs_on = {}
runs_on["cancelled"] = "cancelling thread"
runs_on["already done"] = "registering thread"
runs_on["thread pool"] = "worker"
runs_on["process pool"] = "manager thread"
