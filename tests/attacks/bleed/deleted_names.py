"""Names of the set-up cell and of other exercises are deleted.

Cell: call_back
Expects: call_back 0
"""

for name in ("time", "threading", "tag", "Future", "ThreadPoolExecutor"):
    globals().pop(name, None)
get_ipython().reset(new_session=False)


def call_back(future, results, errors):
    pass
