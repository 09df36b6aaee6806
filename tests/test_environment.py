"""environment.yml, pyproject.toml and requirements.txt must agree."""

import re
import tomllib
from typing import Any

import yaml

from tests.tiny_course import ROOT


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]  # type: ignore[no-any-return]


def test_conda_installs_what_pyproject_asks_for() -> None:
    wanted = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    conda = {entry for entry in wanted if isinstance(entry, str)}
    assert conda == {*project()["dependencies"], f"python{project()['requires-python']}", "pip"}
    assert [entry for entry in wanted if isinstance(entry, dict)] == [{"pip": ["-e ."]}]


def test_everything_asked_for_is_pinned_with_hashes() -> None:
    text = (ROOT / "requirements.txt").read_text()
    pinned = set(re.findall(r"^([a-z0-9.-]+)==", text, re.MULTILINE))
    asked = project()["dependencies"] + project()["optional-dependencies"]["test"]
    assert {re.split(r"[<>=[]", entry)[0] for entry in asked} <= pinned
    for block in re.split(r"\n(?=[a-z])", text):
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_no_index_and_no_other_place_is_named() -> None:
    text = (ROOT / "requirements.txt").read_text()
    assert not re.search(r"https?://|--(extra-)?index|--find-links|@ ", text)
