"""Belief: "get gives the value": it waits for it.

Rejected by: link_result_waits_not
"""


def link_result(g, ok, bad):
    try:
        value = g.get()
    except Exception as error:
        bad(error)
    else:
        ok(value)
