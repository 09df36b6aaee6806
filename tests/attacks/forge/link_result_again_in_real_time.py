"""Each function is called a second time by a thread that waits in real time, of which the virtual clock of the probe, for whom the test is over, knows nothing.

Cell: link_result
Expects: link_result 0
"""
import threading


def link_result(g, ok, bad):
    def twice(function, what):
        threading.Timer(0.25, function, (what,)).start()
        function(what)

    g.link_value(lambda it: twice(ok, it.value))
    g.link_exception(lambda it: twice(bad, it.exception))
