"""Belief: "Half a second is no waiting."

Rejected by: link_result_waits_not
"""


def link_result(g, ok, bad):
    g.join(timeout=0.5)
    g.link_value(lambda g: ok(g.value))
    g.link_exception(lambda g: bad(g.exception))
