"""The text of a cell as Python, IPython's magics included: they become calls, which `magic_of` knows again."""

from __future__ import annotations

import ast
import os
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager

from course.grading.parsing import parse

#: magics that run their text as Python
CODE = frozenset({"capture", "time", "timeit", "watch"})
#: magics that only show something, or whose effect is meant for notebooks
HARMLESS = frozenset(
    {
        *("cd", "conda", "file", "html", "latex", "load_ext", "ls", "markdown", "matplotlib", "pinfo", "pinfo2"),
        *("pip", "precision", "pwd", "svg", "who", "whos", "writefile", "xmode"),
    }
)
SHELL = frozenset({"!", "bash", "getoutput", "script", "sh", "sx", "system"})
IMPORTED = frozenset({".py", ".pyc", ".so", ".zip"})
OPTIONS = re.compile(r"^(?:\s*-[a-zA-Z]+\s*\d*(?!\S))*\s*")  #: and no minus before something else
WRITTEN = re.compile(r"%%(?:write)?file\s+(?:-a\s+)?(\S+)\.py\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Magic:
    """A call of IPython's: what it is called, the text that it runs as Python, the modules that it imports."""

    name: str
    code: str = ""
    imports: tuple[str, ...] = ()

    @property
    def odd(self) -> bool:
        """Whether a person may want to see it."""
        return self.name not in CODE | HARMLESS

    @property
    def grave(self) -> bool:
        """Whether it can do what it likes to the process; a shell's commands cannot."""
        return self.name not in CODE | HARMLESS | SHELL


@lru_cache(maxsize=4096)
def transformed(source: str) -> str:
    """What IPython makes of the cell before it runs it; SyntaxError if it cannot."""
    return str(TransformerManager().transform_cell(source))


def as_python(source: str) -> ast.Module:
    """The cell's tree, magics taken for what they are; SyntaxError if it is not Python."""
    return parse(transformed(source))


def magic_of(node: ast.Call) -> Magic | None:
    """The magic that this call is; None for any other call."""
    asked = node.func
    if not (isinstance(asked, ast.Attribute) and isinstance(asked.value, ast.Call)):
        return None
    if not (isinstance(asked.value.func, ast.Name) and asked.value.func.id == "get_ipython"):
        return None
    texts = [arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None for arg in node.args]
    if None in texts or node.keywords:
        return Magic(asked.attr)
    known = [text for text in texts if text is not None]
    if asked.attr in ("system", "getoutput", "run_line_magic", "run_cell_magic") and _is_expanded(known):
        return Magic("a magic with {...}")  # which IPython evaluates
    if asked.attr in ("system", "getoutput"):
        return Magic("!")
    if asked.attr in ("run_line_magic", "run_cell_magic") and len(known) > 1:
        return _magic(*known[:3])
    return Magic(asked.attr)


def _is_expanded(texts: list[str]) -> bool:
    line = texts[0] if len(texts) == 1 else texts[1]
    return "{" in line and texts[0] not in CODE


def _magic(name: str, line: str, body: str = "") -> Magic:
    if name == "load_ext":
        return Magic(name, "", tuple(line.split()))
    if name == "matplotlib":
        return Magic(name, "", (name,))
    if name == "gui" and line.strip() in ("", "asyncio", "gevent"):
        return Magic("pwd")
    if name in ("file", "writefile"):
        return Magic(name, body)
    code = OPTIONS.sub("", line) if name in CODE - {"capture", "watch"} else ""
    return Magic(name, f"{code}\n{body}" if name in CODE else "")


def modules_beside(files: Path | None, sources: Sequence[str]) -> dict[str, list[str | None]]:
    """Texts of the modules that lie in the folder `files` or are written by one of the cells, by the names that an
    import would use; None for what is not text and could be imported.
    """
    found: dict[str, list[str | None]] = {}
    for path in sorted(_importable(files)) if files else ():
        name = path.relative_to(files).parts[0].partition(".")[0]  # type: ignore[arg-type]
        found.setdefault(name, []).append(_text(path))
    for source in sources:
        if written := written_module(source):
            found.setdefault(written.partition("/")[0], []).append(source.partition("\n")[2])
    return found


def _importable(folder: Path) -> Iterator[Path]:
    """By `os.walk`: mostly there is nothing, and a run looks each time."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if os.path.splitext(name)[1] in IMPORTED:
                yield Path(parent, name)


def written_module(source: str) -> str:
    """The file that a `%%writefile` cell writes, without its `.py`, or ''."""
    match = WRITTEN.match(source)
    return match[1] if match else ""


def _text(path: Path) -> str | None:
    try:
        with open(path, "rb") as file:
            if path.suffix == ".py" and tokenize.detect_encoding(file.readline)[0] in ("utf-8", "utf-8-sig"):
                return path.read_text("utf-8")
    except (OSError, ValueError, SyntaxError):
        pass
    return None
