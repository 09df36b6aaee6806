"""Belief: "Processes share memory": results are appended to a list.

Rejected by: process_map_order, process_map_start
"""


def process_map(fn, args, mp_context):
    values = []
    workers = [mp_context.Process(target=values.append, args=(x,)) for x in args]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return values
