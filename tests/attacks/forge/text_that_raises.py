"""An exception whose text raises what no `except Exception` catches, so that the check itself seems to have failed.

Cell: call_back
Expects: call_back 0
"""


class Beyond(BaseException):
    pass


class Broken(Exception):
    def __str__(self):
        raise Beyond("it is the grader that has failed")


def call_back(future, results, errors):
    raise Broken
