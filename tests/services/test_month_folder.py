"""Files come into a month's folder whole, only where they changed, and never over what a person has edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuye_cli.services.month_folder import MonthFolder, Placed


def make(folder: Path, **files: str) -> Placed:
    """Make files by their names in the workshop, and put them in their places."""
    home = MonthFolder(folder)
    with home.at_work():
        for name, text in files.items():
            (home.workshop / "填报表").mkdir(exist_ok=True)
            (home.workshop / "填报表" / name).write_text(text, "utf-8")
        return home.place()


def content(folder: Path, name: str) -> str:
    return (folder / "填报表" / name).read_text("utf-8")


def edit(folder: Path, name: str, text: str) -> None:
    (folder / "填报表" / name).write_text(text, "utf-8")


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    assert make(tmp_path, a="1", b="1") == Placed(written=("填报表/a", "填报表/b"))
    assert make(tmp_path, a="1", b="2") == Placed(written=("填报表/b",), unchanged=("填报表/a",))
    assert (content(tmp_path, "a"), content(tmp_path, "b")) == ("1", "2")


def test_what_a_person_has_edited_stays_until_it_is_taken_away(tmp_path: Path) -> None:
    make(tmp_path, a="1")
    edit(tmp_path, "a", "edited")
    assert make(tmp_path, a="1") == make(tmp_path, a="2") == Placed(kept=("填报表/a",))
    assert content(tmp_path, "a") == "edited"
    (tmp_path / "填报表" / "a").unlink()
    assert make(tmp_path, a="2") == Placed(written=("填报表/a",))


def test_a_file_of_which_nothing_is_known_is_a_person_s(tmp_path: Path) -> None:
    (tmp_path / "填报表").mkdir()
    edit(tmp_path, "a", "older")
    assert make(tmp_path, a="1").kept == ("填报表/a",)


def test_a_file_that_is_what_it_should_be_is_unchanged_whoever_made_it(tmp_path: Path) -> None:
    make(tmp_path, a="1")
    edit(tmp_path, "a", "2")
    assert make(tmp_path, a="2").unchanged == ("填报表/a",)


@pytest.mark.parametrize("moment", ["before the move", "after the move"])
def test_a_kill_while_a_file_is_placed_does_not_make_it_a_person_s(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, a="1")
    move = Path.replace

    def killed(self: Path, target: Path) -> Path:
        moved = move(self, target) if moment == "after the move" or target.suffix == ".json" else self
        if target.suffix == ".json":
            return moved
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            make(tmp_path, a="2")
    assert make(tmp_path, a="3") == Placed(written=("填报表/a",))


def test_nothing_of_the_workshop_remains(tmp_path: Path) -> None:
    make(tmp_path, a="1")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".wuye.written.json", "填报表"]
