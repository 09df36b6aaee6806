"""What the text of a cell imports, and what stands in modules that lie beside the notebook."""

from __future__ import annotations

import ast
from importlib.util import find_spec

from course.grading.module_names import offered
from course.grading.public_names import BY_NAME, PARTLY, REFLECTION, STANDARD, is_public, leads_inside
from course.grading.reader import Reader


class Imports(Reader):
    """Reads `import` and `from ... import`."""

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
            if not is_public(module) or leads_inside(dotted, name) or not offered(dotted):
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
            for sign in self.inner(text or "", ""):
                self._say(node, f"imports {top}, where line {sign.line} {sign.what}", sign.grave)


def _is_installed(top: str) -> bool:
    """Whether the name is taken: what is installed comes before what lies beside a notebook."""
    try:
        return top in STANDARD or find_spec(top) is not None
    except (ImportError, ValueError):
        return False
