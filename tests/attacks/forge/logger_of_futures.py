"""The logger of concurrent.futures gets a function of C that fails, so that the end of a Future does, in the check.

Cell: tag
Expects: tag 0
"""

import operator
from concurrent.futures import _base


def tag(futures, call_back):
    _base.LOGGER.exception = operator.truediv
    for future in futures:
        future.add_done_callback(len)
