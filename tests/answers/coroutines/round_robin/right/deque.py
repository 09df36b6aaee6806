"""A deque as ready queue; a generator that yielded goes to the back."""

from collections import deque


def round_robin(*gens):
    ready = deque(gens)
    values = []
    while ready:
        gen = ready.popleft()
        try:
            values.append(next(gen))
        except StopIteration:
            continue
        ready.append(gen)
    return values
