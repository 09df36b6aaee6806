"""The recipe of the itertools documentation (cycle of __next__ methods, islice shrinks it)."""

from itertools import cycle, islice


def round_robin(*gens):
    values = []
    active = len(gens)
    nexts = cycle(gen.__next__ for gen in gens)
    while active:
        try:
            for advance in nexts:
                values.append(advance())
        except StopIteration:
            active -= 1
            nexts = cycle(islice(nexts, active))
    return values
