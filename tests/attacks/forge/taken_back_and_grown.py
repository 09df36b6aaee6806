"""A name of the probe's module is replaced and put back while the test runs, and a name that Python itself may add hides that anybody wrote there.

Cell: task
Expects: task 0
"""

import os
import pickle

from course.watch.wrapping import replaced

probe = pickle.loads(b"ccourse.probes.pools\ntask\n.")
names = ["__annotations__", "__slotnames__", "__annotate__", "__annotations_cache__", "__warningregistry__"]
kept = []


def task(n, sleep=time.sleep):
    with replaced(probe, "plain", lambda value: 2):
        sleep(3)
    kept.append(replaced(probe, names.pop(), {}))
    kept[-1].__enter__()
    return n, os.getpid(), threading.current_thread().name
