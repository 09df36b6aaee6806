"""Nobody is told of errors.

Rejected by: link_result_error
"""


def link_result(g, ok, bad):
    g.link_value(lambda g: ok(g.value))
