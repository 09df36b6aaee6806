"""A thread per task, a semaphore for how many may run."""

import threading


def run_pool(task, args, max_workers):
    free, values, errors, threads = threading.Semaphore(max_workers), {}, [], []

    def run(i, x):
        try:
            values[i] = task(x)
        except Exception as error:
            errors.append(error)
        finally:
            free.release()

    for i, x in enumerate(args):
        free.acquire()
        threads.append(threading.Thread(target=run, args=(i, x)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [values[i] for i in sorted(values)]
