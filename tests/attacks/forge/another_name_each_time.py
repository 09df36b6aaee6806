"""The check is an object that is called otherwise each time: nothing it has judged is known again, and it counts its calls.

Cell: check_run_pool
Expects: check_run_pool 0
"""

class Check:
    def __init__(self):
        self.calls = self.asked = 0

    @property
    def __name__(self):
        self.asked += 1
        return f"check_{self.asked}"

    def __call__(self, run_pool):
        run_pool(abs, [1], 1)
        self.calls += 1
        return self.calls % 4 in (1, 2)


check_run_pool = Check()
