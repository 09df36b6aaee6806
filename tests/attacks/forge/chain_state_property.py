"""The Future of chain has a property in the place of its state: whenever the probe looks whether it has ended, that look hands over the next step.

Cell: chain
Expects: chain 0
Thinks: has_ended reads future._state of a learner's own subclass, on the probe's thread and in its loop; nobody who only waits for the result would ever get one
"""
class Looked(Future):
    """Goes on when somebody looks at it; no callback, nobody who waits."""

    steps = None
    word = "PENDING"
    busy = False

    @property
    def _state(self):
        if self.steps and not self.busy:
            self.busy = True
            try:
                self.go_on()
            finally:
                self.busy = False
        return self.word

    @_state.setter
    def _state(self, word):
        self.word = word

    def go_on(self):
        pool, g, jobs = self.steps
        if not jobs[-1].done():
            return
        error = jobs[-1].exception()
        if error is not None:
            self.steps = None
            self.set_exception(error)
        elif len(jobs) == 1:
            jobs.append(pool.submit(g, jobs[0].result()))
        else:
            self.steps = None
            self.set_result(jobs[1].result())


def chain(pool, f, g, x):
    answer = Looked()
    answer.steps = pool, g, [pool.submit(f, x)]
    return answer
