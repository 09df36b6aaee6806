"""What the text of a cell calls: functions that take names or texts, and magics."""

from __future__ import annotations

import ast

from course.grading.bindings import arguments
from course.grading.module_names import is_module
from course.grading.public_names import (
    BY_NAME,
    COPYING,
    IN_PLACES,
    LEADING,
    OF_SHELL,
    REBUILDING,
    SETTING,
    TELLERS,
    TELLING,
    TIMING,
    WARNING,
    is_private,
    leads_inside,
)
from course.grading.python_text import Magic, magic_of
from course.grading.read_attributes import CALLED_ONLY, RENAMED, Attributes, meant


class Calls(Attributes):
    """Reads calls, and definitions of methods that Python calls."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._decorated(node)
        if node.name in REBUILDING:
            self._say(node, f"defines {node.name}")
        if call := _delegated(node):
            self.delegated.append(call)
        self._within(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._decorated(node)
        self._within(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._within(node)

    def _decorated(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.decorators += [it for it in node.decorator_list if isinstance(it, ast.Call)]

    def _within(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        """What it gets is anybody's, but for the object of a method."""
        before, mine = self.me, self.own_object
        self.me, self.own_object = (before - arguments(node)) | mine, frozenset()
        self.generic_visit(node)
        self.me, self.own_object = before, mine

    def visit_Call(self, node: ast.Call) -> None:
        if magic := magic_of(node):
            self._magic(node, magic)
        else:
            self._call(node)

    def _call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        starred = any(isinstance(it, ast.Starred) for it in node.args) or any(not it.arg for it in node.keywords)
        if starred and name in IN_PLACES:
            self._say(node, f"calls {name} with what it computes")
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
        asked = meant(node.args[1])
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
            if origin in COPYING and node not in self.decorators:
                self._say(node, f"says what {name} copies")
            if len(node.args) + len(node.keywords) > COPYING.get(origin, 99):
                self._say(node, f"says what {name} copies")
            if origin in TIMING and not self.names.is_function(node):
                self._say(node, f"has {origin} run a text")
        elif not self._is_on_itself(node) and not self._is_plain(node.func):
            self.visit(node.func)
        given = {keyword.arg for keyword in node.keywords}
        if not SETTING.isdisjoint(given):
            self._say(node, f"says where {name} sets what it finds")
        told = TELLING | {None} if name in TELLERS else TELLING  # behind two stars there may be anything
        if not told.isdisjoint(given) or (origin == WARNING and _may_have_three(node.args)):
            self._say(node, "asks who has called")

    def _is_plain(self, of: ast.expr) -> bool:
        """A name of which calling it is no passing on: IPython's `exit`, or a module, which cannot be called."""
        return isinstance(of, ast.Name) and (of.id in OF_SHELL or is_module(self.names.of(of)))

    def _is_on_itself(self, node: ast.Call) -> bool:
        """`Base.__init__(self)`"""
        func, first = node.func, node.args[0] if node.args else None
        if not (isinstance(func, ast.Attribute) and isinstance(first, ast.Name)):
            return False
        return first.id in self.me - self.names.bound and (self._is_class(func.value) or func.attr == "__init__")

    def _made_class(self, node: ast.Call) -> None:
        """`type("X", (), {...})`, whose names may be computed."""
        body = node.args[2] if len(node.args) > 2 else None
        keys = body.keys if isinstance(body, ast.Dict) else [None]
        if any(key is None or meant(key)[:1] == "_" for key in keys):
            self._say(node, "makes a class of what it computes")

    def _by_name(self, node: ast.Call, name: str) -> None:
        """An attribute by a name that is computed, or would be a sign where it stood itself."""
        if isinstance(node.func, ast.Attribute):
            self._base(node.func.value)
        if node in self.delegated:
            return
        given = node.args if name == "attrgetter" else node.args[:1] if name == "methodcaller" else node.args[1:2]
        for it in given or [node]:
            asked = meant(it) if name != "attrgetter" or isinstance(it, ast.Constant) else "_"
            if any(part in LEADING or is_private(part) for part in asked.split(".")):
                mine = name == "setattr" and self._is_own(node.args[0])
                self._say(node, f"{name} of {ast.unparse(it)[:40]}", not mine)
            elif name in ("delattr", "setattr") and asked[:1] == "_" and asked not in RENAMED:
                self._say(node, f"{name} of {asked}")
            elif name in ("delattr", "setattr") and (origin := self.names.of(node.args[0])):
                self._replaced(node, f"{origin}.{asked}")
            elif name == "setattr" and self._is_method_of_others(node.args[0], asked):
                self._say(node, f"replaces .{asked}")
            elif asked in self.names.methods and node.args and self._is_class(node.args[0]):
                self._say(node, f"hands on {asked}")

    def _magic(self, node: ast.AST, magic: Magic) -> None:
        for module in magic.imports:
            if module in self.beside or magic.name == "load_ext":
                what = f"loads {module}"
                self._say(node, what) if module in self.beside else self._imported(node, module, what)
        if magic.odd:
            self._say(node, f"uses {magic.name}", magic.grave)
        for sign in self.inner(magic.code, self.setup):
            self._say(node, sign.what, sign.grave)


def _may_have_three(arguments: list[ast.expr]) -> bool:
    return len(arguments) > 2 or any(isinstance(it, ast.Starred) for it in arguments)


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
