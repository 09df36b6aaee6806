"""Nothing is said of processes.

Rejected by: runs_on_measured
"""

runs_on = {"thread pool": "worker"}
