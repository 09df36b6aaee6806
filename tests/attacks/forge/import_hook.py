"""A finder in sys.meta_path hands out other probes, after the real ones were forgotten.

Cell: call_back
Expects: call_back 0
"""

import importlib.abc
import importlib.util
import sys


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name.startswith("course.probes") else None

    def exec_module(self, module):
        module.__path__, module.CANCELLED = [], "cancel it"
        module.watch_call_back = lambda function, outcomes: module
        module.raised, module.results, module.errors = "", [42, 0, None, ""], []


sys.meta_path.insert(0, Finder())
for name in [name for name in sys.modules if name.startswith("course.probes")]:
    del sys.modules[name]


def call_back(future, results, errors):
    pass
