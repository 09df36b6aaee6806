"""G.link with one callback that looks at successful()."""


def link_result(g, ok, bad):
    def finished(g):
        if g.successful():
            ok(g.value)
        else:
            bad(g.exception)

    g.link(finished)
