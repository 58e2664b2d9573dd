"""Laws of damage: what moves is never misread in silence, what gets lost hardly ever.

The figures are printed: `pytest -s tests/properties/test_damage.py`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.properties.damage import LOST, MOVES, ROW_MOVES, column_of, lose
from tests.properties.differences import Difference, compare_tasks, find_differences
from tests.properties.formats import CHEAP, write_csv
from tests.properties.print_draft import Printed, Style, print_draft
from wuye_cli.domain.divisions import load_divisions
from wuye_cli.importing.draft import Draft, DraftTask
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.resources import data_path

DIVISIONS = load_divisions(data_path("divisions.csv"))
SAMPLES = sorted(path for path in data_path("samples").iterdir() if path.suffix != ".md")
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
MOST_SILENT = 0.02
# The column that loses a character, and the fields that are read from it
READ_FROM = {
    "lead": ("lead",),
    "responsible": ("responsible",),
    "guide": ("guide",),
    "deadline": ("deadlines",),
    "content": ("deadlines", "milestones", "targets"),
}
ROW_STYLE = Style(section_rows=False)  # row n of the table is task n

each_document = pytest.mark.parametrize(
    "path",
    [*SAMPLES, *(pytest.param(seed, marks=pytest.mark.seeds) for seed in SEEDS)],
    ids=lambda path: path.name[:6],
)


@pytest.mark.parametrize("move", MOVES)
@each_document
def test_text_that_moves_is_never_misread_in_silence(path: Path, move: str, tmp_path: Path) -> None:
    if path.suffix != ".txt":
        pytest.skip("lines move in text files")
    before = read_draft(path, divisions=DIVISIONS)
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    for chance in chances():
        moved = tmp_path / "moved.txt"
        moved.write_text("\n".join(MOVES[move](lines, chance)), encoding="utf-8")
        assert silent(find_differences(before, read_draft(moved, divisions=DIVISIONS))) == []


@pytest.mark.parametrize("form", ["csv", "docx", "html"])
@pytest.mark.parametrize("move", ROW_MOVES)
@each_document
def test_rows_that_move_are_never_misread_in_silence(path: Path, move: str, form: str, tmp_path: Path) -> None:
    before = read_draft(path, divisions=DIVISIONS)
    for chance in chances():
        moved = tmp_path / f"moved.{form}"
        CHEAP[form](ROW_MOVES[move](print_draft(before, ROW_STYLE), chance), moved)
        assert silent(find_differences(before, read_draft(moved, divisions=DIVISIONS))) == []


def a_chance(seed: str) -> Random:
    """Choose places anew for every seed, and the same ones in every run."""
    return Random(seed)  # noqa: S311  nothing secret


def chances() -> tuple[Random, ...]:
    return a_chance("一"), a_chance("二")


def silent(differences: Iterable[Difference]) -> list[Difference]:
    return [difference for difference in differences if difference.silent]


def test_characters_that_get_lost_from_the_samples_are_missed(tmp_path: Path) -> None:
    check_losses(SAMPLES, 4, tmp_path)


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS, reason="the real documents do not lie beside this checkout")
def test_characters_that_get_lost_from_the_real_documents_are_missed(tmp_path: Path) -> None:
    check_losses(SEEDS, 2, tmp_path)


@pytest.mark.slow
@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS, reason="the real documents do not lie beside this checkout")
def test_a_thousand_lost_characters_are_missed(tmp_path: Path) -> None:
    check_losses([*SAMPLES, *SEEDS], 20, tmp_path)


def check_losses(paths: list[Path], rounds: int, folder: Path) -> None:
    """Let each field lose a character of each kind, `rounds` times at other places, and count what nobody notices."""
    tally: Counter[str] = Counter()
    for path in paths:
        before = read_draft(path, divisions=DIVISIONS)
        for kind in LOST:
            for column in READ_FROM:
                for number in range(rounds):
                    tally += _count_losses(before, kind, column, a_chance(f"{kind}{column}{number}"), folder)
    for kind in LOST:
        wrong, unnoticed = tally[kind + "错"], tally[kind + "静"]
        sys.stdout.write(f"{kind}：{tally[kind]} 处缺字，读错 {wrong} 处，其中没有提示 {unnoticed} 处\n")
    assert sum(tally[kind + "静"] for kind in LOST) <= MOST_SILENT * sum(tally[kind] for kind in LOST)


def _count_losses(before: Draft, kind: str, column: str, chance: Random, folder: Path) -> Counter[str]:
    damaged = print_draft(before, ROW_STYLE)
    hit = dict(_places(before, damaged, kind, column, chance))
    if not hit:
        return Counter()
    for row, (at, place) in hit.items():
        damaged = lose(damaged, row, at, place)
    write_csv(damaged, folder / "lost.csv")
    after = read_draft(folder / "lost.csv", divisions=DIVISIONS).tasks
    tally = Counter({kind: len(hit)})
    if len(after) != len(before.tasks):
        return tally + Counter({kind + "错": len(hit), kind + "静": len(hit)})
    for row in hit:
        wrong = [one for one in compare_tasks(before.tasks[row], after[row]) if one.field in READ_FROM[column]]
        tally += Counter({kind + "错": bool(wrong), kind + "静": any(one.silent for one in wrong)})
    return tally


def _places(
    before: Draft, printed: Printed, kind: str, column: str, chance: Random
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Choose the character that each task loses: of a content only what figures and dated steps are read from."""
    at = column_of(printed, column)
    for row, task in enumerate(before.tasks if at is not None else ()):
        assert at is not None
        places = [found.start() for found in LOST[kind].finditer(printed.rows[row][at])]
        if column == "content":
            places = [place for place in places if _counts(task, place)]
        if places:
            yield row, (at, chance.choice(places))


def _counts(task: DraftTask, place: int) -> bool:
    words = [*(one.text for one in task.targets), *(one.text for one in task.milestones)]
    spans = (found.span() for one in filter(None, words) for found in re.finditer(re.escape(one), task.content))
    return any(start <= place < end for start, end in spans)
