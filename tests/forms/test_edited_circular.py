"""Changed figures are named with their place, changed words only counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.forms.edited_circular import compare_circulars
from wuye_cli.forms.row_alignment import figures_in
from wuye_cli.reports.circular_edits import Edits, FigureChange, edits_json, parse_edits
from wuye_cli.workbooks.sheets import CellText, SheetCells

TEXT = ("现将进展通报如下。", "共有任务12项，其中：已完成3项、逾期2项。", "请抓紧推进。")
HEAD, TAIL = "项，其中：已完成", "项、逾期2项。"  # as much of a long text as is shown around a change
TABLE = ("1|摸底|60", "2|收费|—", "3|充电|100")


def sheet(*rows: str, name: str = "通报") -> SheetCells:
    """Cells of a row stand between |; ^ is covered by the merged cell before it."""
    cells = (tuple(CellText(text.strip("^"), merged=text.startswith("^")) for text in row.split("|")) for row in rows)
    return SheetCells(name, tuple(cells))


def edits(draft: tuple[str, ...], *edited: str) -> list[tuple[str, str, str] | int]:
    found = compare_circulars((sheet(*draft),), (sheet(*edited),))
    return [*((one.place, one.before, one.after) for one in found.figures), found.words]


@pytest.mark.parametrize(
    ("draft", "edited", "found"),
    [
        (TEXT, TEXT, [0]),
        (TEXT, (TEXT[0], TEXT[1], "务必抓紧推进。"), [1]),
        (TEXT, (TEXT[0], "依照要求，务必如下。", TEXT[1], TEXT[2]), [1]),
        (TEXT, (TEXT[0], "另有5项在谈。", TEXT[1], TEXT[2]), [("第2行", "没有", "另有5项在谈。"), 0]),
        (TEXT, (TEXT[0], TEXT[2]), [("原第2行", TEXT[1], "已删去"), 0]),
        (TEXT, (TEXT[0], TEXT[1].replace("3", "4"), TEXT[2]), [("A2", f"{HEAD}3{TAIL}", f"{HEAD}4{TAIL}"), 0]),
        (TABLE, ("1|摸底|60", "2|收费|0", "3|充电|100"), [("C2", "—", "0"), 0]),
        (TABLE, ("1|摸底|60", "", "2|收费|—", "3|充电|90"), [("C4", "100", "90"), 0]),
        (TABLE, ("1|摸底|", "2|收费|—", "3|充电|100"), [("C1", "60", "（空白）"), 0]),
        (TABLE, ("1|全面摸底|60", "2|收费|—", "3|充电|100"), [1]),
        (TABLE, ("1|摸底|60|备注", "2|收费|—", "3|充电|100"), [1]),
        (("附件1|^附件1", *TABLE), ("附件1|^附件1", *TABLE), [0]),
        (("6|^6|甲",), ("6||甲",), [0]),
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_is_told(
    draft: tuple[str, ...], edited: tuple[str, ...], found: list[tuple[str, str, str] | int]
) -> None:
    assert edits(draft, *edited) == found


def test_a_sheet_that_is_gone_or_new_is_told() -> None:
    text = sheet("甲")
    found = compare_circulars((text, sheet("1", name="附表")), (text, sheet("1", name="附表二")))
    assert found.figures == (
        FigureChange("附表", "整张工作表", "有", "已删去"),
        FigureChange("附表二", "整张工作表", "没有", "新增"),
    )


def test_a_row_that_is_hidden_is_gone() -> None:
    draft = sheet(*TABLE)
    (change,) = compare_circulars((draft,), (replace(draft, hidden_rows=(2,)),)).figures
    assert change == FigureChange("通报", "原第2行", "2 收费 —", "已删去")


def test_a_thousand_changed_rows_are_compared_at_once() -> None:
    rows = [f"{number}|第{number}项|{number % 7}" for number in range(1000)]
    found = compare_circulars((sheet(*rows),), (sheet(*(row + "0" for row in rows)),))
    assert len(found.figures) == 1000


ROWS = st.lists(
    st.lists(st.sampled_from(["", "甲", "乙方", "3项", "４项", "逾期3项、在办4项", "60%"]), max_size=3), max_size=6
)


@given(ROWS, ROWS)
def test_no_figure_changes_unseen(draft: list[list[str]], edited: list[list[str]]) -> None:
    """Whatever was moved and rewritten: if no change of a figure is told, both read the same figures in order."""
    before, after = (sheet(*("|".join(row) for row in rows)) for rows in (draft, edited))
    found = compare_circulars((before,), (after,))
    figures = [[one for row in rows for text in row for one in figures_in(text)] for rows in (draft, edited)]
    assert found.figures or figures[0] == figures[1]
    assert found.figures or found.words or texts_of(draft) == texts_of(edited)


def texts_of(rows: list[list[str]]) -> list[str]:
    return [text for row in rows for text in row if text]


def test_changes_are_kept_as_they_were() -> None:
    kept = Edits((FigureChange("通报", "A2", "3项", "4项"),), 2)
    assert parse_edits(edits_json(kept)) == kept
