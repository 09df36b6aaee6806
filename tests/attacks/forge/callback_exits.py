"""A callback that the check runs itself exits by a function of C, so that the check itself seems to have failed.

Cell: tag
Expects: tag 0
"""

import sys
from functools import partial


def tag(futures, call_back):
    for future in futures:
        future.add_done_callback(partial(sys.exit, "the grader has failed"))
