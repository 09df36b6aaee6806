"""Belief: "The callback gets the value": it gets the greenlet.

Rejected by: link_result_value, link_result_error, link_result_waits_not
"""


def link_result(g, ok, bad):
    g.link_value(ok)
    g.link_exception(bad)
