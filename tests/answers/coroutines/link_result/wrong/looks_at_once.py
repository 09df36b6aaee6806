"""Belief: "It is done already": looks once, and registers nothing.

Rejected by: link_result_value, link_result_error, link_result_waits_not
"""


def link_result(g, ok, bad):
    if g.ready():
        if g.successful():
            ok(g.value)
        else:
            bad(g.exception)
