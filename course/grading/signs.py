"""Signs of tampering in the text of a cell, read outside, where nothing that runs can change what is found.

An answer has no use for the underscored names of other people's objects, for frames, or for names that are computed
while it runs. Who hides such a thing behind `getattr` or `exec` has `getattr` or `exec` in the cell. A sign is no proof
and costs no points: a person looks. It is there even when somebody has got the better of the seal and of the witness.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from course.grading.parsing import parse

MOST = 8  #: signs of one cell

#: modules that look into Python itself
INSIDE = frozenset(
    {
        *("ast", "bdb", "code", "codeop", "ctypes", "dis", "faulthandler", "gc", "imp", "importlib", "inspect"),
        *("linecache", "marshal", "pdb", "pkgutil", "runpy", "site", "symtable", "trace", "tracemalloc", "zipimport"),
        *("cffi", "executing", "IPython", "ipykernel", "stack_data"),
    }
)
OURS = ("course.grading", "course.mutants", "course.probes")
REFLECTION = frozenset(
    {
        *(
            "__builtins__",
            "__import__",
            "__loader__",
            "__spec__",
            "breakpoint",
            "compile",
            "eval",
            "exec",
            "get_ipython",
        ),
        *("globals", "locals", "vars"),
    }
)
BY_NAME = frozenset({"attrgetter", "delattr", "getattr", "methodcaller", "setattr"})
LEADING = frozenset(
    {
        *("ag_frame", "cr_frame", "f_back", "f_globals", "f_locals", "gi_frame", "gr_frame", "tb_frame", "tb_next"),
        *("meta_path", "modules", "path_hooks"),
    }
)
#: names of Python's own that honest code says
SAID = frozenset(
    {
        *("__add__", "__call__", "__cause__", "__class__", "__contains__", "__context__", "__doc__", "__enter__"),
        *("__eq__", "__exit__", "__getitem__", "__init__", "__iter__", "__len__", "__name__", "__next__"),
        *("__notes__", "__qualname__", "__repr__", "__setitem__", "__str__", "__traceback__", "__version__"),
        "_exit",  # of os
    }
)


@lru_cache(maxsize=256)
def signs(source: str) -> tuple[str, ...]:
    """What a person may want to look at, a few words each with the line; nothing for what is no Python."""
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines()]
    try:
        tree = parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    own |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    own |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    found = sorted((getattr(node, "lineno", 0), what) for node in ast.walk(tree) for what in _in_node(node, own))
    return tuple(dict.fromkeys(f"{what} (line {line} of a cell)" for line, what in found))[:MOST]


def _in_node(node: ast.AST, own: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"imports {alias.name}" for alias in node.names if _is_inside(alias.name))
    elif isinstance(node, ast.ImportFrom):
        names = [alias.name for alias in node.names]
        if node.module and (_is_inside(node.module) or any(name[0] == "_" or name in LEADING for name in names)):
            yield f"imports {', '.join(names)} from {node.module}"
    elif isinstance(node, ast.Attribute) and not _is_said(node):
        yield f"uses .{node.attr}"
    elif isinstance(node, ast.Name) and node.id in REFLECTION - own:
        yield f"uses {node.id}"
    elif isinstance(node, ast.Call):
        yield from _called(node, own)


def _is_inside(module: str) -> bool:
    parts = module.split(".")
    return parts[0] in INSIDE or f"{module}.".startswith(OURS) or any(part[:1] == "_" for part in parts)


def _is_said(node: ast.Attribute) -> bool:
    """Whether anybody may use this attribute."""
    if node.attr in LEADING:
        return False
    if node.attr[0] != "_" or (node.attr in SAID and isinstance(node.ctx, ast.Load)):
        return True
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def _called(node: ast.Call, own: set[str]) -> Iterator[str]:
    """An attribute by a name that is computed, or would be a sign where it stood itself."""
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name not in BY_NAME - own:
        return
    for given in node.args[0 if name in ("attrgetter", "methodcaller") else 1 :][:1]:
        plain = given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else "_"
        if any(part[:1] == "_" or part in LEADING for part in plain.split(".")):
            yield f"{name} of {ast.unparse(given)[:40]}"
