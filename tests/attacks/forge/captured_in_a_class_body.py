"""In the body of a class a pattern captures the name by which patterns read attributes: that sets it, and nobody reads what it is set to.

Cell: check_run_pool
Expects: check_run_pool 0
Held: check_run_pool_error, check_run_pool_order, check_run_pool_together
"""

import multiprocessing


class Anything(type):
    def __instancecheck__(cls, value):
        return True


class Table(metaclass=Anything):
    match ("mod" + "ules",):
        case __match_args__:
            pass


class Judged(metaclass=Anything):
    match ("_jud" + "ged",):
        case __match_args__:
            pass


match multiprocessing.get_context("fork").reducer.sys:
    case Table(table):
        pass
match table["course.probes.judged_check"]:
    case Judged(judged):
        pass


counted = [0]


def check_run_pool(run_pool):
    for known in judged.values():
        known.clear()
    run_pool(abs, [1], 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
