"""An exception whose class cannot be named, so that the check itself fails when it tells of it.

Cell: call_back
Expects: call_back 0
"""


class Meta(type):
    @property
    def __name__(cls):
        raise LookupError("it is the grader that has failed")


class Nameless(Exception, metaclass=Meta):
    pass


def call_back(future, results, errors):
    raise Nameless
