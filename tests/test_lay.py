from pathlib import Path

import pytest

from course.errors import CourseError
from course.lay import lay, waiting


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    release, learn = tmp_path / "release", tmp_path / "learn"
    publish(release, "one")
    return release, learn


def publish(release: Path, text: str) -> None:
    (release / "pools").mkdir(parents=True, exist_ok=True)
    (release / "pools" / "pools.ipynb").write_text(text)


def texts(learn: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (learn / "pools").iterdir()}


def test_lessons_are_laid_once(folders: tuple[Path, Path]) -> None:
    assert lay(*folders).fresh == [Path("pools/pools.ipynb")]
    assert lay(*folders).fresh == []
    assert texts(folders[1]) == {"pools.ipynb": "one"}


def test_an_untouched_lesson_is_replaced_by_a_newer_release(folders: tuple[Path, Path]) -> None:
    lay(*folders)
    publish(folders[0], "two")
    assert lay(*folders).beside == []
    assert texts(folders[1]) == {"pools.ipynb": "two"}


def test_work_stays_and_the_newer_release_arrives_beside_it_once(folders: tuple[Path, Path]) -> None:
    release, learn = folders
    lay(release, learn)
    (learn / "pools/pools.ipynb").write_text("my work")
    assert lay(release, learn).beside == []
    publish(release, "two")
    assert lay(release, learn).beside == [Path("pools/pools-new.ipynb")]
    assert lay(release, learn).beside == []
    assert texts(learn) == {"pools.ipynb": "my work", "pools-new.ipynb": "two"}
    assert waiting(learn) == [Path("pools/pools-new.ipynb")]


def test_work_in_the_newer_one_stays_too(folders: tuple[Path, Path]) -> None:
    release, learn = folders
    lay(release, learn)
    (learn / "pools/pools.ipynb").write_text("my work")
    publish(release, "two")
    lay(release, learn)
    publish(release, "three")
    lay(release, learn)
    assert texts(learn) == {"pools.ipynb": "my work", "pools-new.ipynb": "three"}
    (learn / "pools/pools-new.ipynb").write_text("more work")
    publish(release, "four")
    lay(release, learn)
    assert texts(learn) == {"pools.ipynb": "my work", "pools-new.ipynb": "more work", "pools-new-2.ipynb": "four"}


def test_a_file_that_lay_there_before_is_work(folders: tuple[Path, Path]) -> None:
    release, learn = folders
    (learn / "pools").mkdir(parents=True)
    (learn / "pools/pools.ipynb").write_text("brought along")
    lay(release, learn)
    assert texts(learn) == {"pools.ipynb": "brought along", "pools-new.ipynb": "one"}


def test_a_deleted_lesson_comes_back(folders: tuple[Path, Path]) -> None:
    lay(*folders)
    (folders[1] / "pools/pools.ipynb").unlink()
    lay(*folders)
    assert texts(folders[1]) == {"pools.ipynb": "one"}


def test_an_interruption_loses_nothing(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    release, learn = folders
    lay(release, learn)
    publish(release, "two")

    def interrupted(*paths: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("course.lay.os.replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            lay(release, learn)
    assert (learn / "pools/pools.ipynb").read_text() == "one"
    lay(release, learn)
    assert (learn / "pools/pools.ipynb").read_text() == "two"


def test_an_interruption_before_the_record_is_no_work_of_a_learner(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    release, learn = folders
    lay(release, learn)
    publish(release, "two")

    def interrupted(target: Path, content: bytes) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("course.lay._write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            lay(release, learn)
    assert lay(release, learn).beside == []
    publish(release, "three")
    assert lay(release, learn).beside == []
    assert texts(learn) == {"pools.ipynb": "three"}


def test_checkpoints_and_half_made_releases_are_not_laid(folders: tuple[Path, Path]) -> None:
    release, learn = folders
    for name in (".pools.new", "pools/.ipynb_checkpoints"):
        (release / name).mkdir(parents=True)
        (release / name / "pools.ipynb").write_text("not for learners")
    assert lay(release, learn).fresh == [Path("pools/pools.ipynb")]
    assert [path.name for path in learn.iterdir() if path.is_dir()] == ["pools"]


def test_a_broken_record_is_told(folders: tuple[Path, Path]) -> None:
    lay(*folders)
    (folders[1] / ".laid.json").write_text("{")
    with pytest.raises(CourseError, match="your notebooks stay as they are"):
        lay(*folders)
