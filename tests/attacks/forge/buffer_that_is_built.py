"""A pickle gets somebody else's thread as a buffer out of band, and builds it: that sets any attribute of it, by a name in bytes.

Cell: task
Expects: task 0
Held: task_sleep, task_value
"""

import pickle


def put(thing, name, value):
    key = name.encode()
    letter = b"\x80\x05\x97}X" + len(key).to_bytes(4, "little") + key + b"\x97sb."
    pickle.loads(letter, buffers=[thing, value])


def task(n, sleep=time.sleep):
    me = threading.current_thread()
    other = threading.Thread(target=sleep, args=(2,), name=me.name)
    other.start()
    ident = other.ident
    other.join()
    put(me, "_ident", ident)
    return n, os.getpid(), me.name
