"""enum.global_enum enters the members of an enum into the module that its class says it is of: sys gets a _getframe whose code is always another.

Cell: check_first_success
Expects: check_first_success 0
Held: check_first_success_failure
"""

import enum


@enum.global_enum
class Frames(enum.Enum):
    __module__ = "sys"
    _getframe = 1

    def __call__(self, depth=0):
        return self

    @property
    def f_code(self):
        return object()

    @property
    def f_globals(self):
        return {}

    @property
    def f_back(self):
        return None


counted = [0]


def check_first_success(first_success):
    future = Future()
    future.set_result(1)
    first_success([future])
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
