"""An annotated assignment gives the name of an object of the answer's to the running thread: it takes over the ident of the thread that slept for it.

Cell: task
Expects: task 0
Held: task_sleep, task_value
"""

class Worker:
    _ident = 0


worker = Worker()


def task(n, sleep=time.sleep):
    worker: object = threading.current_thread()
    other = threading.Thread(target=sleep, args=(2,), name=worker.name)
    other.start()
    other.join()
    worker._ident = other.ident
    return n, os.getpid(), worker.name
