"""Read what was handed in, whatever it is: a notebook of known shape, or a reason why there is none.

Only what grading needs is taken over, cell by cell, so nothing else in the file can go wrong later.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat

MOST_BYTES = 32 << 20  #: of a notebook; pictures and printed output included
MOST_CELLS = 2_000

UNREADABLE = "Your notebook could not be read, so nothing in it counts: {why}. Please hand it in again."


class UnreadableError(Exception):
    """No notebook: the text says why, as part of a sentence."""


def read_submission(path: Path) -> list[dict[str, Any]]:
    """The cells of a notebook file as plain dicts with `cell_type`, `source`, `id` and `metadata`.

    UnreadableError if the file is missing, broken or too large.
    """
    if path.is_symlink():
        raise UnreadableError("it is a link to another file")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableError(f"it is larger than {MOST_BYTES >> 20} MB (clear its outputs)")
        notebook = json.loads(path.read_bytes().decode("utf-8", "replace"))
    except FileNotFoundError:
        raise UnreadableError("there is no file of its name") from None
    except (ValueError, RecursionError, MemoryError):
        raise UnreadableError("its JSON is broken") from None
    except OSError as error:
        raise UnreadableError(f"the file cannot be opened ({error.strerror})") from None
    cells = _cells(notebook)
    if len(cells) > MOST_CELLS:
        raise UnreadableError(f"it has more than {MOST_CELLS} cells")
    return [_cell(cell) for cell in cells if isinstance(cell, dict)]


def _cells(notebook: Any) -> list[Any]:
    if isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):  # the format of before 2015
        try:
            notebook = nbformat.convert(nbformat.from_dict(notebook), 4)
        except Exception:
            raise UnreadableError("it is in an old format and cannot be converted") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise UnreadableError("the file is no notebook")
    cells: list[Any] = notebook["cells"]
    return cells


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    source, metadata = cell.get("source", ""), cell.get("metadata")
    if isinstance(source, list):
        source = "".join(piece for piece in source if isinstance(piece, str))
    return {
        "cell_type": cell.get("cell_type") if cell.get("cell_type") in ("code", "markdown", "raw") else "raw",
        "source": source.encode("utf-8", "replace").decode() if isinstance(source, str) else "",
        "id": cell.get("id") if isinstance(cell.get("id"), str) else "",
        "metadata": metadata if isinstance(metadata, dict) else {},
    }
