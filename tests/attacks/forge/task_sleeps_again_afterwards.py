"""The task calls the sleep that it was given a second time, from another thread, when it has come back and the probe writes nothing down any more.

Cell: task
Expects: task 1
Thinks: watch_task ignores every sleep after the function is back, and a timer is late enough for that
"""
def task(n, sleep=time.sleep):
    sleep(2)
    threading.Timer(0.05, sleep, (7,)).start()
    return n, os.getpid(), threading.current_thread().name
