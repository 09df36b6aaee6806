"""Signs of tampering in the text of a cell, read outside, where nothing that runs can change what is found.

An answer needs the public names of the modules that the course teaches, and its own. It has no use for the underscored
names of other people's objects, for frames, or for names that are computed while it runs; who hides such a thing behind
`getattr` or `exec` has `getattr` or `exec` in the cell. What leads into Python itself, or replaces something in a
module, is *grave*: the answer gets no points until a person has looked. What is odd and harmless is only shown.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from course.grading.origins import Origins
from course.grading.public_names import (
    BY_NAME,
    COPYING,
    CURIOUS,
    INSTALLED,
    LEADING,
    PARTLY,
    REFLECTION,
    REPLACED,
    SAID,
    STANDARD,
    TIMING,
    is_private,
    leads_inside,
)
from course.grading.python_text import Magic, as_python, magic_of

MOST = 8  #: signs of one cell
INNER = re.compile(r"__[a-z]\w*?__|/mem\b")
RENAMED = frozenset({"__cause__", "__context__", "__doc__", "__name__", "__qualname__", "__suppress_context__"})
LOOKED_AROUND = frozenset({"globals", "locals"})  #: harmless without an underscored name

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


def signs(source: str, setup: str = "", beside: Beside | None = None) -> tuple[Sign, ...]:
    """What a person may want to look at, at most MOST, the grave ones first; nothing for what is no Python.

    `setup`: the cell whose imports there are.
    """
    return _signs(source, setup, tuple((name, tuple(texts)) for name, texts in sorted((beside or {}).items())))


@lru_cache(maxsize=1024)
def _signs(source: str, setup: str, beside: tuple[tuple[str, tuple[str | None, ...]], ...]) -> tuple[Sign, ...]:
    try:
        look = _Look(setup, dict(beside))
        tree = as_python(source)
        look.names.learn(as_python(setup))
        look.names.learn(tree)
        look.visit(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    found = sorted(set(look.found), key=lambda sign: (not sign.grave, sign))
    return tuple(found[:MOST])


@dataclass
class _Look(ast.NodeVisitor):
    setup: str
    beside: Beside
    found: list[Sign] = field(default_factory=list)
    names: Origins = field(default_factory=Origins)
    delegated: list[ast.Call | None] = field(default_factory=list)
    plain: bool = False  #: a number, a truth value or a text is being assigned

    def _say(self, node: ast.AST, what: str, grave: bool = True) -> None:
        self.found.append(Sign(getattr(node, "lineno", 0), what, grave))

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._imported(node, alias.name, f"imports {alias.name}")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.level or not node.module:
            return  # there is no package around a notebook
        names = [alias.name for alias in node.names]
        what = f"imports {', '.join(names)} from {node.module}"
        for alias in node.names:
            self._imported(node, node.module, what, alias.name)
            if alias.name in BY_NAME and alias.asname:
                self._say(node, what)

    def _imported(self, node: ast.AST, module: str, what: str, name: str = "") -> None:
        top = module.partition(".")[0]
        if top not in STANDARD and top in self.beside:
            self._read(node, top)
        elif top in PARTLY:
            if name and name not in PARTLY[top]:
                self._say(node, what)
        elif top not in STANDARD | INSTALLED or leads_inside(f"{module}.{name}".rstrip("."), name):
            self._say(node, what)

    def _read(self, node: ast.AST, top: str) -> None:
        others = {name: texts for name, texts in self.beside.items() if name != top}
        for text in self.beside[top]:
            if text is None:
                self._say(node, f"imports {top}, which is no text")
            for sign in signs(text or "", "", others):
                self._say(node, f"imports {top}, where line {sign.line} {sign.what}", sign.grave)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._attribute(node)
        if node.attr in BY_NAME:
            self._say(node, f"passes on {node.attr}")
        self._base(node.value)

    def _base(self, node: ast.AST) -> None:
        """What stands before a dot: a module may."""
        if not (isinstance(node, ast.Name) and node.id in self.names.meanings):
            self.visit(node)

    def _attribute(self, node: ast.Attribute) -> None:
        origin, name = self.names.of(node), node.attr
        stored = not isinstance(node.ctx, ast.Load)
        if stored and (origin or _is_class_of(node.value)):
            self._replaced(node, origin or ast.unparse(node)[:40])
        if leads_inside(origin, name):
            self._say(node, f"uses .{name}")
        elif self._is_others(name, stored):
            self._say(node, f"uses .{name}", stored or name not in CURIOUS)

    def _is_others(self, name: str, stored: bool) -> bool:
        """An underscored name that nothing in the cell has given to an object of its own, or one of Python's."""
        mine = name in self.names.own and not name.endswith("__")
        return name[:1] == "_" and not mine and name not in (RENAMED if stored else SAID)

    def _replaced(self, node: ast.AST, origin: str) -> None:
        if origin not in REPLACED:
            self._say(node, f"replaces {origin}", not self.plain)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        self.plain = isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool | int | float | str)
        for target in node.targets:
            self.visit(target)
        self.plain = False

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            if node.id in REFLECTION:
                self._say(node, f"uses {node.id}", node.id not in LOOKED_AROUND)
            elif node.id in BY_NAME:
                self._say(node, f"passes on {node.id}")
            elif self.names.of(node) in PARTLY:
                self._say(node, f"passes on the module {self.names.of(node)}")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.delegated.append(_delegated(node))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if magic := magic_of(node):
            self._magic(node, magic)
        else:
            self._call(self._copied(node) or node)

    def _call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "vars" and not node.args:
            self._say(node, "uses vars", False)
        elif name in BY_NAME:
            if node not in self.delegated:
                self._by_name(node, name)
            if isinstance(node.func, ast.Attribute):
                self._base(node.func.value)
        else:
            self.visit(node.func)
            origin = self.names.of(node.func)
            if len(node.args) + len(node.keywords) > COPYING.get(origin, 99):
                self._say(node, f"says what {name} copies")
            if origin in TIMING and not self.names.is_function(node):
                self._say(node, f"has {origin} run a text")
        for argument in [*node.args, *node.keywords]:
            self.visit(argument)

    def _copied(self, node: ast.Call) -> ast.Call | None:
        """The inner call of `pickle.loads(pickle.dumps(x))`, where nothing comes out but what went in."""
        inner = node.args[0] if len(node.args) == 1 and self.names.of(node.func) == "pickle.loads" else None
        return inner if isinstance(inner, ast.Call) and self.names.of(inner.func) == "pickle.dumps" else None

    def _by_name(self, node: ast.Call, name: str) -> None:
        """An attribute by a name that is computed, or would be a sign where it stood itself."""
        given = node.args if name == "attrgetter" else node.args[:1] if name == "methodcaller" else node.args[1:2]
        for it in given or [node]:
            plain = _plain(it)
            if any(part in LEADING or is_private(part) for part in plain.split(".")):
                mine = name == "setattr" and isinstance(node.args[0], ast.Name) and node.args[0].id == "self"
                self._say(node, f"{name} of {ast.unparse(it)[:40]}", not mine)
            elif name in ("delattr", "setattr") and (origin := self.names.of(node.args[0])):
                self._replaced(node, f"{origin}.{plain}")

    def _magic(self, node: ast.AST, magic: Magic) -> None:
        for module in magic.imports:
            self._imported(node, module, f"loads {module}")
        if magic.odd:
            self._say(node, f"uses {magic.name}", magic.grave)
        for sign in signs(magic.code, self.setup, self.beside):
            self._say(node, sign.what, sign.grave)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring may speak of anything
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
        if isinstance(text, str) and (names := [name for name in INNER.findall(text) if name not in SAID]):
            self._say(node, f"names {names[0]}")

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        for name in node.kwd_attrs:
            if name in LEADING or is_private(name):
                self._say(node, f"uses .{name}")
        self.generic_visit(node)


def _delegated(node: ast.FunctionDef) -> ast.Call | None:
    """The call in `def __getattr__(self, name): return getattr(self.other, name)`, which keeps nothing for itself."""
    *before, last = node.body
    call = last.value if isinstance(last, ast.Return) and not before else None
    if node.name != "__getattr__" or not isinstance(call, ast.Call) or len(call.args) != 2:
        return None
    of, name = call.args
    names = [arg.arg for arg in node.args.args]
    if isinstance(of, ast.Attribute) and isinstance(of.value, ast.Name) and isinstance(name, ast.Name):
        return call if [of.value.id, name.id] == names else None
    return None


def _plain(node: ast.AST) -> str:
    """The name that is meant, or how it begins; an underscore if nobody can say."""
    if isinstance(node, ast.JoinedStr):
        node = node.values[0] if node.values else node
        begins = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "_"
        return "_" if "." in begins or any(name.startswith(begins) for name in LEADING) else begins
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "_"


def _is_class_of(node: ast.AST) -> bool:
    """`type(x)`, `x.__class__`"""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "type"
    return isinstance(node, ast.Attribute) and node.attr == "__class__"
