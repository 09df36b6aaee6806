"""Lay the released lessons out in a learner's folder, and never overwrite the learner's work.

`.laid.json` in that folder remembers, for each file laid, the hash of what was laid there. A file that still has its
hash was not touched and may be replaced by a newer release. A touched one stays; the newer release arrives beside it
as `pools-new.ipynb` (or `pools-new-2.ipynb`, if the learner works in that one too).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from course.errors import CourseError

RECORD = ".laid.json"


@dataclass
class Laid:
    """What was done: files that are new or replaced, and newer releases that arrived beside a learner's work."""

    fresh: list[Path] = field(default_factory=list)
    beside: list[Path] = field(default_factory=list)


def lay(release: Path, learn: Path) -> Laid:
    """Lay all files of `release/` out in `learn/`."""
    learn.mkdir(parents=True, exist_ok=True)
    record, done = _read_record(learn), Laid()
    for path in sorted(p for p in release.rglob("*") if p.is_file() and not _hidden(p.relative_to(release))):
        _lay_file(path, learn, path.relative_to(release), record, done)
        _write(learn / RECORD, json.dumps(record, indent=2, sort_keys=True).encode())
    return done


def _hidden(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts)  # checkpoints, and a release that was interrupted


def waiting(learn: Path) -> list[Path]:
    """Newer releases that lie beside a learner's work, relative to `learn`."""
    return sorted(path.relative_to(learn) for path in learn.glob("*/*-new*.ipynb"))


def _lay_file(new: Path, learn: Path, name: Path, record: dict[str, str], done: Laid) -> None:
    wanted, target = _hash(new), learn / name
    here = _hash(target) if target.exists() else None
    if here == wanted:
        record[str(name)] = wanted  # also after an interruption between copying and recording
    elif here is None or here == record.get(str(name)):
        _copy(new, target)
        record[str(name)] = wanted
        done.fresh.append(name)
    elif wanted not in _seen(record, name):
        beside = _free_name(learn, name, record)
        _copy(new, learn / beside)
        record[str(beside)] = wanted
        done.beside.append(beside)


def _seen(record: dict[str, str], name: Path) -> set[str]:
    """Hashes of the releases of `name` that have been laid already, in its place or beside it."""
    beside = str(name.with_suffix("")) + "-new"
    return {value for key, value in record.items() if key == str(name) or key.startswith(beside)}


def _free_name(learn: Path, name: Path, record: dict[str, str]) -> Path:
    """`pools-new.ipynb`, or the first `pools-new-2.ipynb` ... that no work of the learner's is in."""
    for n in count(1):
        candidate = name.with_name(f"{name.stem}-new{'' if n == 1 else f'-{n}'}{name.suffix}")
        if not (learn / candidate).exists() or _hash(learn / candidate) == record.get(str(candidate)):
            return candidate
    raise AssertionError("count() never ends")


def _read_record(learn: Path) -> dict[str, str]:
    try:
        record: dict[str, str] = json.loads((learn / RECORD).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        raise CourseError(f"{learn / RECORD} is broken: delete it; your notebooks stay as they are.") from None
    return record


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, temporary)
    os.replace(temporary, target)  # whole or not at all, whenever the power goes


def _write(target: Path, content: bytes) -> None:
    temporary = target.with_name(f"{target.name}.part")
    temporary.write_bytes(content)
    os.replace(temporary, target)
