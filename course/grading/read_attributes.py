"""Which attributes and names the text of a cell uses, replaces, and passes on."""

from __future__ import annotations

import ast

from course.grading.bindings import is_static
from course.grading.module_names import is_module, offered
from course.grading.private_names import methods, taken
from course.grading.public_names import (
    BY_NAME,
    COPYING,
    CURIOUS,
    LEADING,
    OF_CTYPES,
    OF_SHELL,
    REFLECTION,
    REPLACED,
    SAID,
    TIMING,
    WARNING,
    is_special,
    leads_inside,
)
from course.grading.read_imports import Imports

RENAMED = frozenset({"__cause__", "__context__", "__doc__", "__name__", "__qualname__", "__suppress_context__"})
TOLD = frozenset({"__doc__", "__module__", "__name__", "__qualname__"})  #: of whatever class an object has
#: classes of which classes are made, and nothing else
OF_CLASSES = frozenset({"abc.ABCMeta", "enum.EnumMeta", "enum.EnumType"})
LOOKED_AROUND = frozenset({"globals", "locals"})  #: harmless without an underscored name
CALLED_ONLY = COPYING.keys() | TIMING | {WARNING}  #: of functions that may be called, and not handed on


class Attributes(Imports):
    """Reads what stands behind dots, and names."""

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
        if stored and (origin or _is_class_of(node.value) or self._is_method_of_others(node.value, name)):
            self._replaced(node, origin or ast.unparse(node)[:40])
        if not stored and name in self.names.methods and self._is_class(node.value):
            self._say(node, f"hands on {ast.unparse(node)}")
        if name == "__init__" and not _is_super(node.value):
            self._say(node, f"uses {ast.unparse(node)[:40]}")
        if not stored and _is_class_of(node.value) and name not in TOLD:
            self._say(node, f"uses {ast.unparse(node)[:40]}")
        if (leads_inside(origin, name) or not offered(origin)) and not self._is_mine(node):
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
        if _is_super(of):
            return is_special(name)  # of an object of the class
        if is_special(name) or name not in self.names.own:
            return False
        return self._is_own(of) or (name not in LEADING and name not in taken())

    def _is_method_of_others(self, of: ast.AST, name: str) -> bool:
        """Whether it is called so on objects that exercises are about, and this is perhaps one of them."""
        return name in methods() and not self._is_own(of) and not self.plain

    def _is_own(self, of: ast.AST) -> bool:
        """An object, a class or a function of one's own, by its name."""
        return isinstance(of, ast.Name) and of.id in self.names.mine | (self.me - self.names.bound)

    def _is_class(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id in self.names.classes

    def _replaced(self, node: ast.AST, origin: str) -> None:
        of_a_module = origin.count(".") < 2
        if origin not in REPLACED:
            self._say(node, f"replaces {origin}", of_a_module or not self.plain)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        self.plain = isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool | int | float | str)
        for target in node.targets:
            if not _is_what_a_pattern_looks_at(target, node.value):
                self.visit(target)
        self.plain = False

    def visit_Name(self, node: ast.Name) -> None:
        name = node.id
        if not isinstance(node.ctx, ast.Load):
            if (is_special(name) and name not in SAID) or name in OF_CTYPES:
                self._say(node, f"sets {name}")
        elif name in REFLECTION:
            self._say(node, f"uses {name}", name not in LOOKED_AROUND)
        elif name in BY_NAME or (is_special(name) and name not in SAID):
            self._say(node, f"passes on {name}")
        elif is_module(origin := self.names.of(node)):
            self._say(node, f"passes on the module {origin}")
        elif name not in OF_SHELL:
            self._whole(node, origin)

    def _made_by(self, node: ast.ClassDef) -> None:
        """A class of classes decides what the body of another one means."""
        makers = [keyword.value for keyword in node.keywords if keyword.arg in ("metaclass", None)]
        if any(self.names.of(it) not in OF_CLASSES for it in makers):
            self._say(node, "makes a class by another one")
        for base in node.bases:
            starred = isinstance(base, ast.Starred)
            if starred or (isinstance(base, ast.Name) and base.id == "type") or self.names.of(base) in OF_CLASSES:
                self._say(node, "defines a class of classes")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._made_by(node)
        for inner in ast.iter_child_nodes(node):
            if isinstance(inner, ast.Import | ast.ImportFrom):
                self._say(inner, "imports in the body of a class")
            self.own_object = frozenset(_first_argument(inner))
            self.visit(inner)
            self.own_object = frozenset()


def _first_argument(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_static(node):
        return {argument.arg for argument in [*node.args.posonlyargs, *node.args.args][:1]}
    return set()


def _is_what_a_pattern_looks_at(target: ast.AST, value: ast.AST) -> bool:
    """`__match_args__ = ("x", "y")`: plain public names."""
    names = value.elts if isinstance(value, ast.Tuple) else [value]
    plain = all(meant(it)[:1] != "_" and meant(it) not in LEADING for it in names)
    return isinstance(target, ast.Name) and target.id == "__match_args__" and plain


def _is_super(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args


def _is_class_of(node: ast.AST) -> bool:
    """`type(x)`, `x.__class__`"""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "type"
    return isinstance(node, ast.Attribute) and node.attr == "__class__"


def meant(node: ast.AST) -> str:
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
