"""Signs of tampering in the text of a cell, read outside, where nothing that runs can change what is found.

An answer needs the public names of the modules that the course teaches, and its own. It has no use for the underscored
names of other people's objects, for frames, or for names that are computed while it runs; who hides such a thing behind
`getattr` or `exec` has `getattr` or `exec` in the cell. What leads into Python itself, or replaces something in a
module, is *grave*: the answer gets no points until a person has looked. What is odd and harmless is only shown.

A text that cannot be read is grave too, unless it cannot run either.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec

from course.grading.origins import Origins, is_module
from course.grading.private_names import taken
from course.grading.public_names import (
    BY_NAME,
    COPYING,
    CURIOUS,
    INNER,
    LEADING,
    OF_SHELL,
    PARTLY,
    REBUILDING,
    REFLECTION,
    REPLACED,
    SAID,
    SETTING,
    STANDARD,
    TIMING,
    is_private,
    is_public,
    leads_inside,
)
from course.grading.python_text import Magic, as_python, magic_of

MOST = 8  #: signs of one cell
RENAMED = frozenset({"__cause__", "__context__", "__doc__", "__name__", "__qualname__", "__suppress_context__"})
PARSING = frozenset({"parse_args", "parse_intermixed_args", "parse_known_args", "parse_known_intermixed_args"})
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


CALLED_ONLY = COPYING.keys() | TIMING  #: of functions that may be called, and not handed on
UNREADABLE = Sign(1, "is too odd to be read", True)


def signs(source: str, setup: str = "", beside: Beside | None = None) -> tuple[Sign, ...]:
    """What a person may want to look at, at most MOST, the grave ones first; nothing for what is no Python.

    `setup`: the cell whose imports there are.
    """
    return _signs(source, setup, tuple((name, tuple(texts)) for name, texts in sorted((beside or {}).items())))


@lru_cache(maxsize=1024)
def _signs(source: str, setup: str, beside: tuple[tuple[str, tuple[str | None, ...]], ...]) -> tuple[Sign, ...]:
    try:
        tree = as_python(source)
    except SyntaxError:
        return ()  # IPython will say the same
    except Exception:
        return (UNREADABLE,)
    found = _Look(setup, dict(beside)).look_at(tree)
    return tuple(sorted(set(found), key=lambda sign: (not sign.grave, sign))[:MOST])


@lru_cache(maxsize=64)
def _names_of(setup: str) -> Origins:
    names = Origins()
    names.learn(as_python(setup))
    return names


@dataclass
class _Look(ast.NodeVisitor):
    setup: str
    beside: Beside
    read: set[str] = field(default_factory=set)  #: modules beside the notebook that were looked at
    found: list[Sign] = field(default_factory=list)
    names: Origins = field(default_factory=Origins)
    delegated: list[ast.Call] = field(default_factory=list)
    me: frozenset[str] = frozenset()  #: what the methods around call their object
    plain: bool = False  #: a number, a truth value or a text is being assigned

    def look_at(self, tree: ast.AST) -> list[Sign]:
        """Everything in it; it is too odd to be read if that cannot be done."""
        try:
            self.names = _names_of(self.setup).copy()
            self.names.learn(tree)
            self.visit(tree)
        except Exception:  # a tree may be too deep, and a learner may write what nobody has thought of
            self.found.append(UNREADABLE)
        return self.found

    def _inner(self, text: str, setup: str) -> list[Sign]:
        """Signs of a text within this one: of a magic's, or of a module's."""
        try:
            return _Look(setup, self.beside, self.read).look_at(as_python(text))
        except Exception:
            return [UNREADABLE]

    def _say(self, node: ast.AST, what: str, grave: bool = True) -> None:
        self.found.append(Sign(getattr(node, "lineno", 0), what, grave))

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._imported(node, alias.name, f"imports {alias.name}")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        names = [alias.name for alias in node.names]
        what = f"imports {', '.join(names)} from {'.' * node.level}{node.module or ''}"
        if node.level or not node.module:
            self._say(node, what)  # there is no package around a notebook
        for alias in node.names if node.module else ():
            self._imported(node, node.module or "", what, alias.name)
            if alias.name in BY_NAME | REFLECTION and alias.asname:
                self._say(node, what)

    def _imported(self, node: ast.AST, module: str, what: str, name: str = "") -> None:
        top = module.partition(".")[0]
        if is_public(top):
            dotted = f"{module}.{name}".rstrip(".") if name != "*" or top in PARTLY else module
            if not is_public(module) or leads_inside(dotted, name):
                self._say(node, what)
        elif self._is_known(top):
            self._read(node, top)
        else:
            self._say(node, what)

    def _is_known(self, top: str) -> bool:
        """A module by its name: one that is public, or one that lies beside the notebook and is read there."""
        return is_public(top) or (top in self.beside and not _is_installed(top))

    def _read(self, node: ast.AST, top: str) -> None:
        if top in self.read:
            return
        self.read.add(top)
        for text in self.beside[top]:
            if text is None:
                self._say(node, f"imports {top}, which is no text")
            for sign in self._inner(text or "", ""):
                self._say(node, f"imports {top}, where line {sign.line} {sign.what}", sign.grave)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        origin = self.names.of(node)
        if is_module(origin):
            self._say(node, f"passes on the module {origin}")
        self._looked_up(node, origin)

    def _looked_up(self, node: ast.Attribute, origin: str) -> None:
        self._attribute(node, origin)
        if node.attr in BY_NAME:
            self._say(node, f"passes on {node.attr}")
        self._whole(node, origin)
        self._base(node.value)

    def _base(self, node: ast.AST) -> None:
        """What stands before a dot: a module may."""
        if isinstance(node, ast.Attribute):
            self._looked_up(node, self.names.of(node))
        elif not (isinstance(node, ast.Name) and node.id in self.names.meanings):
            self.visit(node)

    def _whole(self, node: ast.expr, origin: str) -> None:
        """A function that is not called, but kept or handed on, where it may be called with anything."""
        if origin in CALLED_ONLY:
            self._say(node, f"passes on {ast.unparse(node)}")

    def _attribute(self, node: ast.Attribute, origin: str) -> None:
        name = node.attr
        stored = not isinstance(node.ctx, ast.Load)
        if stored and (origin or _is_class_of(node.value)):
            self._replaced(node, origin or ast.unparse(node)[:40])
        if leads_inside(origin, name) and not self._is_mine(node):
            self._say(node, f"uses .{name}")
        elif origin and not self._is_known(origin.partition(".")[0]):
            self._say(node, f"uses {origin}")
        elif self._is_others(node, stored):
            self._say(node, f"uses .{name}", stored or name not in CURIOUS)
        elif isinstance(node.value, ast.Name) and node.value.id in OF_SHELL:
            self._say(node, f"uses {node.value.id}.{name}")

    def _is_others(self, node: ast.Attribute, stored: bool) -> bool:
        """An underscored name that nothing in the cell has given to an object of its own, or one of Python's."""
        name = node.attr
        return name[:1] == "_" and name not in (RENAMED if stored else SAID) and not self._is_mine(node)

    def _is_mine(self, node: ast.Attribute) -> bool:
        name, of = node.attr, node.value
        if isinstance(of, ast.Call) and isinstance(of.func, ast.Name) and of.func.id == "super" and not of.args:
            return name[:2] == name[-2:] == "__"  # of an object of the class
        if name[:2] == name[-2:] == "__" or name not in self.names.own:
            return False
        known = isinstance(of, ast.Name) and of.id in self.names.mine | self.me
        return known or (name not in LEADING and name not in taken())

    def _replaced(self, node: ast.AST, origin: str) -> None:
        of_a_module = origin.count(".") < 2
        if origin not in REPLACED:
            self._say(node, f"replaces {origin}", of_a_module or not self.plain)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        if any(isinstance(it, ast.Name) and it.id == "__match_args__" for it in node.targets):
            names = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            if any(_plain(it)[:1] == "_" or _plain(it) in LEADING for it in names):
                self._say(node, "computes what a pattern looks at")
        self.plain = isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool | int | float | str)
        for target in node.targets:
            self.visit(target)
        self.plain = False

    def visit_Name(self, node: ast.Name) -> None:
        name = node.id
        if not isinstance(node.ctx, ast.Load):
            if name[:2] == name[-2:] == "__" and name not in SAID:
                self._say(node, f"sets {name}")
        elif name in REFLECTION:
            self._say(node, f"uses {name}", name not in LOOKED_AROUND)
        elif name in BY_NAME:
            self._say(node, f"passes on {name}")
        elif is_module(origin := self.names.of(node)):
            self._say(node, f"passes on the module {origin}")
        elif name not in OF_SHELL:
            self._whole(node, origin)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before = self.me
        for inner in ast.iter_child_nodes(node):
            self.me = before | _first_argument(inner)
            self.visit(inner)
        self.me = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in REBUILDING:
            self._say(node, f"defines {node.name}")
        if call := _delegated(node):
            self.delegated.append(call)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if magic := magic_of(node):
            self._magic(node, magic)
        else:
            self._call(node)

    def _call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "vars" and not node.args:
            self._say(node, "uses vars", False)
        elif name in BY_NAME:
            self._by_name(node, name)
        elif name == "type" and len(node.args) > 1:
            self._made_class(node)
        else:
            self._function(node, name)
        for argument in [*node.args[self._is_about_a_module(node, name) :], *node.keywords]:
            self.visit(argument)

    def _is_about_a_module(self, node: ast.Call, name: str) -> bool:
        """`getattr(os, "sched_getaffinity", None)` says no more than the attribute would."""
        if (
            name not in ("getattr", "hasattr")
            or len(node.args) < 2
            or not is_module(origin := self.names.of(node.args[0]))
        ):
            return False
        asked = _plain(node.args[1])
        if leads_inside(f"{origin}.{asked}", asked):
            self._say(node, f"uses {origin}.{asked}")
        return True

    def visit_Compare(self, node: ast.Compare) -> None:
        for it in (node.left, *node.comparators):
            if not (isinstance(it, ast.Name) and is_module(self.names.of(it))):  # `if psutil is None`
                self.visit(it)

    def _function(self, node: ast.Call, name: str) -> None:
        origin = self.names.of(node.func)
        if origin in CALLED_ONLY:
            if len(node.args) + len(node.keywords) > COPYING.get(origin, 99):
                self._say(node, f"says what {name} copies")
            if origin in TIMING and not self.names.is_function(node):
                self._say(node, f"has {origin} run a text")
        elif not (isinstance(node.func, ast.Name) and name in OF_SHELL):
            self.visit(node.func)
        onto = name in PARSING and len(node.args) > 1
        if onto or not SETTING.isdisjoint({keyword.arg for keyword in node.keywords}):
            self._say(node, f"says where {name} sets what it finds")

    def _made_class(self, node: ast.Call) -> None:
        """`type("X", (), {...})`, whose names may be computed."""
        body = node.args[2] if len(node.args) > 2 else None
        keys = body.keys if isinstance(body, ast.Dict) else [None]
        if any(key is None or _plain(key)[:1] == "_" for key in keys):
            self._say(node, "makes a class of what it computes")

    def _by_name(self, node: ast.Call, name: str) -> None:
        """An attribute by a name that is computed, or would be a sign where it stood itself."""
        if isinstance(node.func, ast.Attribute):
            self._base(node.func.value)
        if node in self.delegated:
            return
        given = node.args if name == "attrgetter" else node.args[:1] if name == "methodcaller" else node.args[1:2]
        for it in given or [node]:
            plain = _plain(it) if name != "attrgetter" or isinstance(it, ast.Constant) else "_"
            if any(part in LEADING or is_private(part) for part in plain.split(".")):
                mine = name == "setattr" and isinstance(node.args[0], ast.Name) and node.args[0].id in self.me
                self._say(node, f"{name} of {ast.unparse(it)[:40]}", not mine)
            elif name in ("delattr", "setattr") and (origin := self.names.of(node.args[0])):
                self._replaced(node, f"{origin}.{plain}")

    def _magic(self, node: ast.AST, magic: Magic) -> None:
        for module in magic.imports:
            if module in self.beside or magic.name == "load_ext":
                what = f"loads {module}"
                self._say(node, what) if module in self.beside else self._imported(node, module, what)
        if magic.odd:
            self._say(node, f"uses {magic.name}", magic.grave)
        for sign in self._inner(magic.code, self.setup):
            self._say(node, sign.what, sign.grave)

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
        self.generic_visit(node)


def _is_installed(top: str) -> bool:
    """Whether the name is taken: what is installed comes before what lies beside a notebook."""
    try:
        return top in STANDARD or find_spec(top) is not None
    except (ImportError, ValueError):
        return False


def _first_argument(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return {argument.arg for argument in node.args.args[:1]}
    return set()


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
    computed = isinstance(node, ast.JoinedStr | ast.BinOp)
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        node = node.left
    if isinstance(node, ast.JoinedStr):
        node = node.values[0] if node.values else node
    begins = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if computed and ("." in begins or any(name.startswith(begins) for name in LEADING)):
        return "_"
    return begins or "_"


def _is_class_of(node: ast.AST) -> bool:
    """`type(x)`, `x.__class__`"""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "type"
    return isinstance(node, ast.Attribute) and node.attr == "__class__"
