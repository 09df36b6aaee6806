"""One event per task."""

import threading


def collect(pool, task, args):
    results, events = [], []

    def submit(x):
        event = threading.Event()

        def call_back(future):
            try:
                results.append(future.result())
            except Exception:
                pass
            finally:
                event.set()

        pool.submit(task, x).add_done_callback(call_back)
        return event

    events = [submit(x) for x in args]
    for event in events:
        event.wait()
    return results
