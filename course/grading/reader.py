"""Reads the text of a cell and notes what it finds: the part of `signs.py` that the others share."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from course.grading.origins import Origins
from course.grading.public_names import INNER, LEADING, is_private
from course.grading.python_text import as_python

PLAIN = frozenset({"bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"})
#: texts of the modules that lie beside the notebook, by their names; None where one cannot be read
Beside = Mapping[str, Sequence[str | None]]


@dataclass(frozen=True, order=True)
class Sign:
    """Something to look at in a line of a cell."""

    line: int
    what: str
    grave: bool = False

    def __str__(self) -> str:
        return f"{self.what} (line {self.line} of a cell)"


UNREADABLE = Sign(1, "is too odd to be read", True)
#: mostly it cannot run either, and then nobody needs to be told; IPython may understand more
NO_PYTHON = Sign(1, "is not Python as it stands", True)


@lru_cache(maxsize=64)
def _names_of(setup: str) -> Origins:
    names = Origins()
    names.learn(as_python(setup))
    return names


@dataclass
class Reader(ast.NodeVisitor):
    """Whoever reads something in particular adds to it. `names`: what the names of the cell mean."""

    setup: str
    beside: Beside
    read: set[str] = field(default_factory=set)  #: modules beside the notebook that were looked at
    found: list[Sign] = field(default_factory=list)
    names: Origins = field(default_factory=Origins)
    delegated: list[ast.Call] = field(default_factory=list)
    decorators: list[ast.Call] = field(default_factory=list)
    me: frozenset[str] = frozenset()  #: what the methods around call their object
    own_object: frozenset[str] = frozenset()  #: what the method that comes next calls it
    plain: bool = False  #: a number, a truth value or a text is being assigned

    def look_at(self, tree: ast.AST) -> list[Sign]:
        """Everything in it; it is too odd to be read if that cannot be done."""
        try:
            known = _names_of(self.setup).copy()
            known.learn(tree)
            for self.names in (known, *known.other_meanings()):
                self.visit(tree)
        except Exception:  # a tree may be too deep, and a learner may write what nobody has thought of
            self.found.append(UNREADABLE)
        return self.found

    def inner(self, text: str, setup: str) -> list[Sign]:
        """Signs of a text within this one: of a magic's, or of a module's."""
        try:
            return type(self)(setup, self.beside, self.read).look_at(as_python(text))
        except Exception:
            return [UNREADABLE]

    def _say(self, node: ast.AST, what: str, grave: bool = True) -> None:
        self.found.append(Sign(getattr(node, "lineno", 0), what, grave))

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring may speak of anything
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
        if isinstance(text, str) and (names := [it for it in (*INNER, "/mem") if it in text]):
            self._say(node, f"names {sorted(names)[0]}")

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        for name in node.kwd_attrs:
            if name in LEADING or is_private(name):
                self._say(node, f"uses .{name}")
        if node.patterns and not (isinstance(node.cls, ast.Name) and node.cls.id in PLAIN):
            self._say(node, "looks at what a class says is to be looked at")
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if is_private(node.name or ""):
            self._say(node, f"sets {node.name}")
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if is_private(node.rest or ""):
            self._say(node, f"sets {node.rest}")
        self.generic_visit(node)
