"""Parse Python in threads.

CPython 3.11 counts how deep it is in a tree in a place that all threads share, and a switch of threads in the middle is
a `SystemError: AST constructor recursion depth mismatch` (python/cpython#106905). So one thread at a time.
"""

from __future__ import annotations

import ast
import threading

_one_at_a_time = threading.Lock()


def parse(source: str) -> ast.Module:
    """`ast.parse`; SyntaxError if it is no Python."""
    with _one_at_a_time:
        return ast.parse(source)


def compiled(tree: ast.Module | ast.Expression, name: str, mode: str) -> object:
    """`compile`, of a tree."""
    with _one_at_a_time:
        return compile(tree, name, mode)
