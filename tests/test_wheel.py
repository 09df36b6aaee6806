"""What is installed is what is in the tree."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.tiny_course import ROOT


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    tracked = subprocess.run(["git", "ls-files", "course"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(tracked.split()) <= set(ZipFile(wheel).namelist())
