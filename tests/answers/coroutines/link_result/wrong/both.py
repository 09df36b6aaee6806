"""Calls both, with whatever there is.

Rejected by: link_result_value, link_result_error, link_result_waits_not
"""


def link_result(g, ok, bad):
    g.link(lambda g: (ok(g.value), bad(g.exception)))
