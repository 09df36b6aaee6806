"""What the names in a cell mean: what is imported by them, and which underscored names are the cell's own."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import ModuleType

from course.grading.importing import module_named
from course.grading.private_names import methods
from course.grading.public_names import OFFERED, SAID, is_public


@dataclass
class Origins:
    """`meanings`: dotted names by the name that stands for them. `own`: underscored names that the text gives to
    objects of classes of its own. `mine`: names of those classes, of their objects, and of functions. `methods`: what
    is to be called on objects of those `classes` only. `bound`: names that statements
    make something else. `more`: other meanings that a name has somewhere.
    """

    meanings: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    mine: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    more: list[tuple[str, str]] = field(default_factory=list)

    def learn(self, tree: ast.AST) -> None:
        """Before anything is looked at: a function may use what is imported below it."""
        nodes = list(ast.walk(tree))
        for node in nodes:
            if isinstance(node, ast.Import):
                self._imported(node)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                self._mean(_imported_from(node))
            elif isinstance(node, ast.FunctionDef):
                self.functions.add(node.name)
            elif isinstance(node, ast.ClassDef):
                self.classes.add(node.name)
                self.methods.update(_methods(node))
                self.own.update(_names_of_class(node))
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                self.own.add(node.attr)
        for node in nodes:
            if isinstance(node, ast.Assign):
                self._assigned(node)
        self.mine |= self.functions | self.classes
        for node in nodes:
            names = {*_bound_otherwise(node), *self._made_by_others(node)}
            self.mine -= names
            self.bound |= names - arguments(node)

    def copy(self) -> Origins:
        """Another one, to learn more."""
        return replace(
            self,
            meanings=dict(self.meanings),
            own=set(self.own),
            functions=set(self.functions),
            mine=set(self.mine),
            classes=set(self.classes),
            methods=set(self.methods),
            bound=set(self.bound),
            more=[*self.more],
        )

    def other_meanings(self) -> Iterator[Origins]:
        """The same, once for each name that means something else elsewhere in the cell."""
        for name, origin in self.more:
            other = self.copy()
            other.meanings[name] = origin
            yield other

    def _mean(self, meanings: Iterable[tuple[str, str]]) -> None:
        for name, origin in meanings:
            if self.meanings.setdefault(name, origin) != origin:
                self.more.append((name, self.meanings[name]))
                self.meanings[name] = origin

    def _imported(self, node: ast.Import) -> None:
        for alias in node.names:
            whole = alias.name if alias.asname else alias.name.partition(".")[0]
            self._mean([(alias.asname or whole, whole)])

    def _assigned(self, node: ast.Assign) -> None:
        targets = [it.id for it in node.targets if isinstance(it, ast.Name)]
        if origin := self.of(node.value):
            self._mean((target, origin) for target in targets)
        made = node.value.func if isinstance(node.value, ast.Call) else None
        if isinstance(made, ast.Name) and made.id in self.mine | self.classes:
            self.mine.update(targets)
        if made and self.of(made) == "types.SimpleNamespace":
            self.mine.update(targets)

    def of(self, node: ast.AST) -> str:
        """The dotted name of what is imported, as in `threading.Thread`; '' for what is not."""
        dotted = self._dotted(node)
        return canonical(dotted) if dotted else ""

    def _dotted(self, node: ast.AST) -> str:
        if isinstance(node, ast.Name):
            return self.meanings.get(node.id, "")
        if isinstance(node, ast.Attribute) and (origin := self._dotted(node.value)):
            return f"{origin}.{node.attr}"
        return ""

    def _made_by_others(self, node: ast.AST) -> set[str]:
        """Names that become what a call gives, unless it is of a class of one's own."""
        if not isinstance(node, ast.Assign):
            return set()
        made = node.value.func if isinstance(node.value, ast.Call) else None
        own = isinstance(made, ast.Name) and made.id in self.classes
        own = own or (made is not None and self.of(made) == "types.SimpleNamespace")
        return set() if made is None or own else {name for it in node.targets for name in _names_in(it)}

    def is_function(self, call: ast.Call) -> bool:
        """Whether the only thing that is handed over, but for a number, is a function and no text."""
        given = call.args[0] if len(call.args) == 1 else None
        known = isinstance(given, ast.Lambda) or (isinstance(given, ast.Name) and given.id in self.functions)
        return known and {keyword.arg for keyword in call.keywords} <= {"number", "repeat"}


def canonical(origin: str) -> str:
    """A dotted name with the module's own name before the last module in it: `dataclasses.sys.modules` is
    `sys.modules`. As it is, if it cannot be found here.
    """
    module, rest = _found(origin)
    return ".".join([module, *rest])


def is_module(origin: str) -> bool:
    """Whether the dotted name is that of a module which may be named."""
    module, rest = _found(origin)
    return not rest and is_public(module)


@lru_cache(maxsize=4096)
def _found(origin: str) -> tuple[str, tuple[str, ...]]:
    """The last module in a dotted name, by its own name, and what stands behind it; no further than what is public."""
    name, *rest = origin.split(".")
    value = _module(name) if is_public(name) else None
    for at, part in enumerate(rest):
        whole = f"{name}.{part}"
        inner = value and (getattr(value, part, None) or _module(whole))
        if not isinstance(inner, ModuleType):
            return name, tuple(rest[at:])
        value, name = inner, whole if sys.modules.get(whole) is inner else inner.__name__
        if not is_public(name):
            return name, tuple(rest[at + 1 :])
    return name, ()


def _module(name: str) -> ModuleType | None:
    try:
        return module_named(name)
    except Exception:  # what it does when it is imported is its own
        return None


def members(module: str) -> list[str]:
    """What `from module import *` brings."""
    there = _module(module) if is_public(module) else None
    return list(getattr(there, "__all__", None) or [name for name in dir(there) if name[:1] != "_"])


def _imported_from(node: ast.ImportFrom) -> Iterator[tuple[str, str]]:
    for alias in node.names:
        for name in members(node.module or "") if alias.name == "*" else [alias.name]:
            yield alias.asname or name, f"{node.module}.{name}"


def _methods(node: ast.ClassDef) -> set[str]:
    """Those that replace a method, or use an underscored name: what is one's own on an object of the class may be
    others' on another.
    """
    functions = [it for it in node.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {it.name for it in functions if not _is_of_the_class(it) and any(map(_is_of_an_object, ast.walk(it)))}


def _is_of_an_object(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    replaced = not isinstance(node.ctx, ast.Load) and node.attr in methods()
    return replaced or (node.attr[:1] == "_" and node.attr not in SAID)


def _bound_otherwise(node: ast.AST) -> Iterator[str]:
    """Names that become something else than a class or a function of one's own, or what such a class makes."""
    yield from arguments(node)
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension | ast.AugAssign | ast.NamedExpr):
        yield from _names_in(node.target)
    elif isinstance(node, ast.withitem) and node.optional_vars:
        yield from _names_in(node.optional_vars)
    elif isinstance(node, ast.AnnAssign):
        yield from _names_in(node.target)
    elif isinstance(node, ast.MatchAs | ast.MatchStar | ast.ExceptHandler) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest
    elif isinstance(node, ast.Assign) and not isinstance(node.value, ast.Call):
        yield from (name for target in node.targets for name in _names_in(target))


def arguments(node: ast.AST) -> set[str]:
    """Names that a function gives to what it gets; nothing for anything else."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return set()
    return {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}


def _names_in(target: ast.AST) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _is_of_the_class(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(it, ast.Name) and it.id in ("classmethod", "staticmethod") for it in node.decorator_list)


def is_static(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether its first argument is anything."""
    return any(isinstance(it, ast.Name) and it.id == "staticmethod" for it in node.decorator_list)


def offered(origin: str) -> bool:
    """Whether the module that a dotted name is of makes it for others: by `__all__` or, where there is none, by
    defining it. Exceptions may always be named. Of most modules nobody asks.
    """
    module, rest = _found(origin)
    if module.partition(".")[0] not in OFFERED or not is_public(module):
        return True
    if module.startswith("course.") and module.count(".") > 1 and not module.startswith("course.puzzles."):
        return False
    there = _module(module)
    value, names = getattr(there, rest[0], None) if rest else None, getattr(there, "__all__", None)
    if not rest or rest[0] in SAID or (isinstance(value, type) and issubclass(value, BaseException)):
        return True
    return getattr(value, "__module__", module) == module if names is None else rest[0] in names


def _names_of_class(node: ast.ClassDef) -> set[str]:
    methods = {it.name for it in node.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)}
    targets = [it for it in node.body if isinstance(it, ast.Assign | ast.AnnAssign)]
    values = {n.id for it in targets for n in ast.walk(it) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return methods | values
