"""Which cells of a notebook a test needs: those that define the names it uses, and the names those use, and so on.

So the lesson's demonstrations are not run again, a learner's own helper is found wherever it stands, and another
exercise's cell runs only if somebody calls its function.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from course.grading.parsing import parse
from course.grading.python_text import transformed, written_module

ANYTHING = "*"  #: what `from module import *` defines


@dataclass(frozen=True)
class Names:
    """What a cell defines at its top level, and what it takes from elsewhere. A module is named `import module`."""

    defines: frozenset[str] = field(default_factory=frozenset)
    uses: frozenset[str] = field(default_factory=frozenset)


@lru_cache(maxsize=4096)
def names(source: str) -> Names:
    """The names of a cell; none at all if it is no Python."""
    if (written := written_module(source)).isidentifier():
        return Names(frozenset({f"import {written}"}))
    try:
        python = transformed(source)
        table, tree = symtable.symtable(python, "<cell>", "exec"), parse(python)
    except Exception:  # also what nobody has thought of that IPython or Python stumble over
        return Names()
    own = [symbol for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()]
    defines = {symbol.get_name() for symbol in own}
    imported = set(_imported(tree))
    stars = (
        {ANYTHING} if any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in ast.walk(tree)) else set()
    )
    return Names(frozenset(defines | stars), frozenset((set(_used(table)) | imported) - defines))


def _used(table: symtable.SymbolTable) -> Iterator[str]:
    """Names that the scope and those inside it look up at the top level of the notebook."""
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global()):
            yield symbol.get_name()
    for inner in table.get_children():
        yield from _used(inner)


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"import {alias.name.partition('.')[0]}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield f"import {node.module.partition('.')[0]}"


def needed(sources: Sequence[str | None], position: int, setup: str, always: Sequence[int] = ()) -> list[int]:
    """Indices of the cells to run before the cell at `position`, in their order.

    `sources`: the notebook's code cells, None for what must not run (text, tests). `always`: cells that are needed
    whatever they define. What the set-up cell and Python itself define is there already. Of several cells that
    define a name the last one before `position` counts, as it does when a notebook runs from top to bottom.
    """
    there = names(setup).defines | set(dir(builtins)) | {"get_ipython", "In", "Out", "_"}
    chosen = set(always)
    wanted = list(names(sources[position] or "").uses)
    wanted += [name for index in always for name in names(sources[index] or "").uses]
    seen = set(there)
    seen.update(*(names(sources[index] or "").defines for index in always))
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        for index in _definers(sources, position, name):
            if index not in chosen:
                chosen.add(index)
                wanted += names(sources[index] or "").uses
    return sorted(chosen)


def _definers(sources: Sequence[str | None], position: int, name: str) -> list[int]:
    cells = [i for i, source in enumerate(sources) if i != position and source is not None]
    found = [i for i in cells if name in names(sources[i] or "").defines]
    if found:
        return [max([i for i in found if i < position], default=found[0])]
    if name.startswith("import "):
        return []
    return [i for i in cells if ANYTHING in names(sources[i] or "").defines]
