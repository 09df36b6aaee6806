"""A value whose == is always true.

Cell: task
Expects: task 0
"""

class Always:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = None


def task(n, sleep=time.sleep):
    sleep(Always())
    return Always()
