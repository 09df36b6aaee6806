"""The probe is a Greenlet whose 'dead' says whether it has run."""

import gevent


def cooperates(fn):
    probe = gevent.spawn(lambda: None)
    fn()
    ran_meanwhile = probe.dead
    probe.join()
    return ran_meanwhile
