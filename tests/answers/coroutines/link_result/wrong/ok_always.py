"""Belief: "link_value and link": ok is called for errors too.

Rejected by: link_result_error
"""


def link_result(g, ok, bad):
    g.link(lambda g: ok(g.value))
    g.link_exception(lambda g: bad(g.exception))
