"""Mixes the two up.

Rejected by: link_result_value, link_result_error, link_result_waits_not
"""


def link_result(g, ok, bad):
    g.link_value(lambda g: bad(g.value))
    g.link_exception(lambda g: ok(g.exception))
