"""Import in threads: one thread at a time.

Where one thread imports a package and another one a module in it, Python keeps them from waiting for each other by
giving one of them a module that is not complete (`_DeadlockError` in `importlib._bootstrap`).
"""

from __future__ import annotations

import importlib
import threading
from types import ModuleType

_one_at_a_time = threading.RLock()


def module_named(name: str) -> ModuleType:
    """`importlib.import_module`."""
    with _one_at_a_time:
        return importlib.import_module(name)
