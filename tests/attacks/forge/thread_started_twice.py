"""The object of the thread that runs the task is initialised anew and started again: the second life sleeps, under the same name and object.

Cell: task
Expects: task 0
Held: task_sleep, task_value
"""

def task(n, sleep=time.sleep):
    me, slept = threading.current_thread(), threading.Event()
    name = me.name

    def rest():
        try:
            sleep(2)
        finally:
            slept.set()

    me.__init__(target=rest, name=name, daemon=True)
    me.start()
    slept.wait()
    return n, os.getpid(), name
