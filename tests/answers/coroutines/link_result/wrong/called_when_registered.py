"""Belief: "link(ok(g.value)) registers ok": it calls it.

Rejected by: link_result_value, link_result_error, link_result_waits_not
"""


def link_result(g, ok, bad):
    g.link(ok(g.value))
    g.link_exception(lambda g: bad(g.exception))
