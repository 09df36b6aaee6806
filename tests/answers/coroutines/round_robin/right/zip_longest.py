"""Transpose with zip_longest and a private fill object."""

from itertools import chain, zip_longest


def round_robin(*gens):
    missing = object()
    turns = zip_longest(*gens, fillvalue=missing)
    return [value for value in chain.from_iterable(turns) if value is not missing]
