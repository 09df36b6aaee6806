"""What the statements of a text bind: names of arguments, of a class's body, and of what is assigned."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from course.grading.private_names import methods
from course.grading.public_names import SAID


def bound_otherwise(node: ast.AST) -> Iterator[str]:
    """Names that become something else than a class or a function of one's own, or what such a class makes."""
    yield from arguments(node)
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension | ast.AugAssign | ast.NamedExpr):
        yield from names_in(node.target)
    elif isinstance(node, ast.withitem) and node.optional_vars:
        yield from names_in(node.optional_vars)
    elif isinstance(node, ast.AnnAssign):
        yield from names_in(node.target)
    elif isinstance(node, ast.MatchAs | ast.MatchStar | ast.ExceptHandler) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest
    elif isinstance(node, ast.Assign) and not isinstance(node.value, ast.Call):
        yield from (name for target in node.targets for name in names_in(target))


def arguments(node: ast.AST) -> set[str]:
    """Names that a function gives to what it gets; nothing for anything else."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return set()
    return {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}


def names_in(target: ast.AST) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def own_methods(node: ast.ClassDef) -> set[str]:
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


def names_of_class(node: ast.ClassDef) -> set[str]:
    methods = {it.name for it in node.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)}
    targets = [it for it in node.body if isinstance(it, ast.Assign | ast.AnnAssign)]
    values = {n.id for it in targets for n in ast.walk(it) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return methods | values


def _is_of_the_class(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(it, ast.Name) and it.id in ("classmethod", "staticmethod") for it in node.decorator_list)


def is_static(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether its first argument is anything."""
    return any(isinstance(it, ast.Name) and it.id == "staticmethod" for it in node.decorator_list)
