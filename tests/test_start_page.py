from pathlib import Path

from course.lessons import Lesson
from course.start_page import write_start_page


def test_minutes_and_points_are_added_up_and_new_releases_named(tmp_path: Path) -> None:
    found = [
        Lesson("pools", tmp_path, "Pools", 55, 25, 1),
        Lesson("tcp", tmp_path, "Servers", 60, 12.5, 2),
    ]
    write_start_page(tmp_path, found, [Path("pools/pools-new.ipynb")])
    text = (tmp_path / "START.md").read_text()
    assert "| 1 | [Pools](pools/pools.ipynb) | 55 | 25 |" in text
    assert "| | together | 115 | 37.5 |" in text
    assert "**New release**: [pools/pools-new.ipynb](pools/pools-new.ipynb)" in text
    write_start_page(tmp_path, found, [])
    assert "New release" not in (tmp_path / "START.md").read_text()
