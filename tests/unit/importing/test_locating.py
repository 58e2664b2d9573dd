"""Words are found where they stand for this task, not where they first stand in the document."""

from __future__ import annotations

import pytest

from wuye_cli.importing.document import Cell, Document, Locator, Paragraph, Table
from wuye_cli.importing.locating import Places


def document(*lines: str) -> Document:
    blocks = tuple(Paragraph(text, Locator(line=number)) for number, text in enumerate(lines, 1))
    return Document("清单.txt", "txt", "", blocks)


@pytest.mark.parametrize(
    ("words", "near", "line"),
    [
        ("6月底前", 1, 1),
        ("6月底前", 2, 3),  # behind the task's own place, not before it
        ("市住房和城乡建设局", 2, 2),  # over the end of a line, spaces left out
        ("市住房和城乡建设委员会办公室", 1, 2),  # torn apart: its beginning is enough
        ("摸清底数", 3, 1),  # only before
    ],
)
def test_words_are_found_from_the_task_on(words: str, near: int, line: int) -> None:
    places = Places(document("1 摸清底数 6月底前", "2 整治充电 市住房和城 ", "　乡建设局 6月底前"))
    assert places.find(words, Locator(line=near)) == Locator(line=line)


@pytest.mark.parametrize("words", ["市公安局", "", " "])
def test_words_that_stand_nowhere_have_no_place(words: str) -> None:
    assert Places(document("1 摸清底数")).find(words, Locator(line=1)) is None


def test_a_cell_is_named_by_its_column() -> None:
    row = tuple(
        Cell(text, Locator(sheet="表", row=2, column=column)) for text, column in (("1", "A"), ("9月底前", "B"))
    )
    found = Places(Document("表.xlsx", "xlsx", "", (Table((row,), Locator(sheet="表", row=1)),)))
    assert found.find("9月底前", Locator(sheet="表", row=2)) == Locator(sheet="表", row=2, column="B")
