"""The README mentions every command, and names none that does not exist."""

import re

from course.cli import main
from tests.tiny_course import ROOT

README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def test_every_course_command_is_mentioned() -> None:
    for name in main.commands:
        assert re.search(rf"\bcourse {name}\b", README), name


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"(?:^|`|\\)course ([a-z]+)", README, re.MULTILINE))
    assert named <= set(main.commands)
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)) <= targets


def test_every_file_it_links_exists() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / link).exists(), link


def test_make_help_lists_every_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))
