"""What the names in a cell mean: what is imported by them, and which underscored names are the cell's own."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from course.grading.bindings import arguments, bound_otherwise, names_in, names_of_class, own_methods
from course.grading.module_names import canonical, members


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
                self.methods.update(own_methods(node))
                self.own.update(names_of_class(node))
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                self.own.add(node.attr)
        for node in nodes:
            if isinstance(node, ast.Assign):
                self._assigned(node)
        self.mine |= self.functions | self.classes
        for node in nodes:
            names = {*bound_otherwise(node), *self._made_by_others(node)}
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
        if isinstance(node.value, ast.Call) and self._makes_ones_own(node.value, self.mine | self.classes):
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
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            return set()
        own = self._makes_ones_own(node.value, self.classes)
        return set() if own else {name for it in node.targets for name in names_in(it)}

    def _makes_ones_own(self, call: ast.Call, makers: set[str]) -> bool:
        """Whether it makes an object that is nobody else's: by one of the `makers`, or a mere holder of names."""
        made = call.func
        return (isinstance(made, ast.Name) and made.id in makers) or self.of(made) == "types.SimpleNamespace"

    def is_function(self, call: ast.Call) -> bool:
        """Whether the only thing that is handed over, but for a number, is a function and no text."""
        given = call.args[0] if len(call.args) == 1 else None
        known = isinstance(given, ast.Lambda) or (isinstance(given, ast.Name) and given.id in self.functions)
        return known and {keyword.arg for keyword in call.keywords} <= {"number", "repeat"}


def _imported_from(node: ast.ImportFrom) -> Iterator[tuple[str, str]]:
    for alias in node.names:
        for name in members(node.module or "") if alias.name == "*" else [alias.name]:
            yield alias.asname or name, f"{node.module}.{name}"
