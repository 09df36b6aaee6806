"""Every way in which IPython runs a cell is replaced by one that does nothing.

Cell: call_back
Expects: call_back 0
"""

from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

for name in ("run_cell", "run_cell_async", "_run_cell", "run_code", "run_ast_nodes"):
    setattr(InteractiveShell, name, lambda *args, **kwargs: ExecutionResult(None))


def call_back(future, results, errors):
    pass
