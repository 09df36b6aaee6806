"""No callback is registered: the task itself calls call_back with a Future that has not ended yet.

Cell: submit_all
Expects: submit_all 2
"""


def submit_all(pool, task, args, call_back):
    def hand_over(x):
        slot, told = [], []

        def work():
            try:
                return task(x)
            finally:
                if slot:
                    told.append(True)
                    call_back(slot[0])

        future = pool.submit(work)
        slot.append(future)
        if future.done() and not told:
            call_back(future)
        return future

    return [hand_over(x) for x in args]
