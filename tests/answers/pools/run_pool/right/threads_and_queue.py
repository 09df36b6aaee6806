"""Workers by hand: threads that take tasks from a queue."""

import queue
import threading


def run_pool(task, args, max_workers):
    tasks, values, errors = queue.Queue(), {}, []
    for i, x in enumerate(args):
        tasks.put((i, x))

    def work():
        while True:
            try:
                i, x = tasks.get_nowait()
            except queue.Empty:
                return
            try:
                values[i] = task(x)
            except Exception as error:
                errors.append(error)

    workers = [threading.Thread(target=work) for _ in range(max_workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if errors:
        raise errors[0]
    return [values[i] for i in range(len(values))]
