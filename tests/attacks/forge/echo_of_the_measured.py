"""A table of objects whose text is looked up in what the test has just measured, under the name that the test gives it.

Cell: runs_on
Expects: runs_on 0
"""
measured = {}


class Echo:
    def __init__(self, situation):
        self.situation = situation

    def __repr__(self):
        return measured.get(self.situation, "somebody else")


runs_on = {
    situation: Echo(situation)
    for situation in ("thread pool", "process pool", "already done", "cancelled")
}
