"""Another thread sleeps, and is entered among the active ones under the name of the one that should have.

Cell: task
Expects: task 0
Held: task_value
"""

import _thread
import os


def task(n, sleep=time.sleep):
    me, done = threading.current_thread(), _thread.allocate_lock()
    done.acquire()

    def other():
        threading._active[_thread.get_ident()] = me
        sleep(2)
        del threading._active[_thread.get_ident()]
        done.release()

    _thread.start_new_thread(other, ())
    done.acquire()
    return n, os.getpid(), me.name
