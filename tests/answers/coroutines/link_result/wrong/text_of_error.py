"""Gives the text of the exception, not the exception.

Rejected by: link_result_error
"""


def link_result(g, ok, bad):
    g.link_value(lambda g: ok(g.value))
    g.link_exception(lambda g: bad(str(g.exception)))
