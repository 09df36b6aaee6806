"""A thread that was there before the test calls back a second time, a second later.

Cell: tag
Expects: tag 0
Reason: call_back was called with
"""

import queue

calls = queue.SimpleQueue()


def call_again():
    while True:
        call_back, index, result = calls.get()
        time.sleep(1)
        call_back(index, result)


threading.Thread(target=call_again, daemon=True).start()


def tag(futures, call_back):
    def twice(index, future):
        call_back(index, future.result())
        calls.put((call_back, index, future.result()))

    for index, future in enumerate(futures):
        future.add_done_callback(lambda f, index=index: twice(index, f))
