"""Link_value for the good end, link_exception for the bad one."""


def link_result(g, ok, bad):
    g.link_value(lambda g: ok(g.value))
    g.link_exception(lambda g: bad(g.exception))
