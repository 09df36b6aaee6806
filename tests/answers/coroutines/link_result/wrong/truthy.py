"""Belief: "No value means failed": 0 is taken for an error.

Rejected by: link_result_value
"""


def link_result(g, ok, bad):
    g.link(lambda g: ok(g.value) if g.value else bad(g.exception))
