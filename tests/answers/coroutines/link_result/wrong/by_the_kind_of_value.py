"""Belief: "An exception is an error": one that the greenlet returned is told as one that it raised.

Rejected by: link_result_value
"""


def link_result(g, ok, bad):
    def ended(g):
        result = g.exception or g.value
        if isinstance(result, BaseException):
            bad(result)
        else:
            ok(result)

    g.link(ended)
