"""What the names in a cell mean: what is imported by them, and which underscored names are the cell's own."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field


@dataclass
class Origins:
    """`meanings`: dotted names by the name that stands for them. `own`: underscored names that the text gives to
    objects of classes of its own.
    """

    meanings: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)

    def learn(self, tree: ast.AST) -> None:
        """Before anything is looked at: a function may use what is imported below it."""
        nodes = list(ast.walk(tree))
        for node in nodes:
            if isinstance(node, ast.Import):
                self._imported(node)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                self.meanings.update({a.asname or a.name: f"{node.module}.{a.name}" for a in node.names})
            elif isinstance(node, ast.FunctionDef):
                self.functions.add(node.name)
            elif isinstance(node, ast.ClassDef):
                self.own.update(_names_of_class(node))
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_me(node.value):
                self.own.add(node.attr)
        for node in nodes:
            if isinstance(node, ast.Assign) and (origin := self.of(node.value)):
                self.meanings.update({it.id: origin for it in node.targets if isinstance(it, ast.Name)})

    def _imported(self, node: ast.Import) -> None:
        for alias in node.names:
            whole = alias.name if alias.asname else alias.name.partition(".")[0]
            self.meanings[alias.asname or whole] = whole

    def is_function(self, call: ast.Call) -> bool:
        """Whether the only thing that is handed over, but for a number, is a function and no text."""
        given = call.args[0] if len(call.args) == 1 else None
        known = isinstance(given, ast.Lambda) or (isinstance(given, ast.Name) and given.id in self.functions)
        return known and {keyword.arg for keyword in call.keywords} <= {"number", "repeat"}

    def of(self, node: ast.AST) -> str:
        """The dotted name of what is imported, as in `threading.Thread`; '' for what is not."""
        if isinstance(node, ast.Name):
            return self.meanings.get(node.id, "")
        if isinstance(node, ast.Attribute) and (origin := self.of(node.value)):
            return f"{origin}.{node.attr}"
        return ""


def _is_me(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _names_of_class(node: ast.ClassDef) -> set[str]:
    methods = {it.name for it in node.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)}
    targets = [it for it in node.body if isinstance(it, ast.Assign | ast.AnnAssign)]
    values = {n.id for it in targets for n in ast.walk(it) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return methods | values
