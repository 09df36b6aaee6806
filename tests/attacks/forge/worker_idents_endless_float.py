"""Tasks sleep in a timed wait whose timeout is a float of an own class that says it never runs out, so the stingy pool takes them for a rendezvous.

Cell: worker_idents
Expects: worker_idents 1
Thinks: StingyPool._leave asks `seconds >= timeout`; a subclass of float answers that itself, so `ran_out` stays False and the pool that does not trust is never tried
"""
class Long(float):
    """Half a second that is longer than any other."""

    def __le__(self, other):
        return False

    def __lt__(self, other):
        return False

    def __ge__(self, other):
        return True

    def __gt__(self, other):
        return True


def worker_idents(pool, n):
    def nap(_):
        threading.Event().wait(Long(0.4))
        return threading.get_ident()

    futures = [pool.submit(nap, i) for i in range(n)]
    return {future.result() for future in futures}
