"""`%%watch`: run a cell under a watch. `%load_ext course.watch` brings it."""

from __future__ import annotations

import ast
from typing import Any

from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import display

from course.watch.log import Log
from course.watch.watching import watch


@magics_class
class WatchMagic(Magics):
    """The cell magic."""

    @magic_arguments()  # type: ignore[untyped-decorator]
    @argument("name", nargs="?", help="the name that the log gets")  # type: ignore[untyped-decorator]
    @argument("--picture", action="store_true", help="a static picture instead of the live timeline")  # type: ignore[untyped-decorator]
    @cell_magic
    def watch(self, line: str, cell: str) -> Any:
        """Run the cell, show its timeline while it runs, and its counts at the end."""
        options = parse_argstring(self.watch, line)
        shell: Any = self.shell
        log = watch(show=False) if options.picture else watch()
        if options.name:
            shell.user_ns[options.name] = log
        try:
            with log:
                return self._run(cell)
        finally:
            display(Picture(log) if options.picture else log)

    def _run(self, cell: str) -> Any:
        """The cell's last value. A cell runs as any other would, except that it cannot `await`."""
        shell: Any = self.shell
        source = shell.transform_cell(cell)
        place = shell.compile.cache(source, shell.execution_count)
        tree = shell.transform_ast(shell.compile.ast_parse(source, filename=place))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(shell.compile(tree, place, "exec"), shell.user_ns)
        if last is None:
            return None
        value = eval(shell.compile(ast.Expression(last.value), place, "eval"), shell.user_ns)
        return None if source.rstrip().endswith(";") else value


class Picture:
    """A log with its static picture. Its text holds counts only, so a stored output can be compared."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def __repr__(self) -> str:
        return self._log.summary()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        from course.timeline.live import still

        return still(self._log)


def load_ipython_extension(shell: Any) -> None:
    """Called by `%load_ext course.watch`."""
    shell.register_magics(WatchMagic)
