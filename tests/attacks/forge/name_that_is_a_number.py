"""The answer is an object whose __name__ is a number, which the check gives to a function of its own, and fails.

Cell: cooperative_sum
Expects: cooperative_sum 0
"""

class Answer:
    __name__ = 3

    def __call__(self, n, every):
        return None


cooperative_sum = Answer()
