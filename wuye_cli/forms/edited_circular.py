"""A draft of the circular that a leader has edited, held against the one that the program has written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile, zip_longest

from wuye_cli.forms.row_alignment import Row, align_rows, figures_in
from wuye_cli.importing.readers.grid import column_letter
from wuye_cli.reports.circular_edits import Edits, FigureChange
from wuye_cli.workbooks.sheets import SheetCells

AROUND = 8  # signs shown on either side of a change in a long text
Change = FigureChange | None  # None: only words


def compare_circulars(draft: tuple[SheetCells, ...], edited: tuple[SheetCells, ...]) -> Edits:
    """Find every place where the edited file says something else."""
    changes = tuple(_changes(_by_name(draft), _by_name(edited)))
    return Edits(tuple(change for change in changes if change), changes.count(None))


def _changes(
    draft: Mapping[str, list[tuple[int, Row]]], edited: Mapping[str, list[tuple[int, Row]]]
) -> Iterator[Change]:
    for name in dict.fromkeys((*draft, *edited)):
        if name not in edited:
            yield FigureChange(name, "整张工作表", "有", "已删去")
        elif name not in draft:
            yield FigureChange(name, "整张工作表", "没有", "新增")
        else:
            yield from _compare_rows(name, draft[name], edited[name])


def _compare_rows(name: str, draft: list[tuple[int, Row]], edited: list[tuple[int, Row]]) -> Iterator[Change]:
    for old, new in align_rows([row for _, row in draft], [row for _, row in edited]):
        if old is None or new is None:
            yield _whole_row(name, draft[old] if old is not None else None, edited[new] if new is not None else None)
        else:
            yield from _compare_cells(name, draft[old][1], *edited[new])


def _whole_row(name: str, removed: tuple[int, Row] | None, added: tuple[int, Row] | None) -> Change:
    number, row = removed or added or (0, ())
    text = " ".join(filter(None, row))
    if not figures_in(text):
        return None
    short = text if len(text) <= 5 * AROUND else f"{text[: 5 * AROUND]}…"
    if removed:
        return FigureChange(name, f"原第{number}行", short, "已删去")
    return FigureChange(name, f"第{number}行", "没有", short)


def _compare_cells(name: str, before: Row, number: int, after: Row) -> Iterator[Change]:
    for column, (old, new) in enumerate(zip_longest(before, after, fillvalue="")):
        if old == new:
            continue
        if figures_in(old) == figures_in(new):
            yield None
        else:
            yield FigureChange(name, f"{column_letter(column)}{number}", *_shorten(old, new))


def _shorten(old: str, new: str) -> tuple[str, str]:
    """Cut away what two long texts have in common, but for a few signs around the change."""
    start = max(_shared(old, new) - AROUND, 0)
    spare = max(_shared(old[start:][::-1], new[start:][::-1]) - AROUND, 0)
    return old[start : len(old) - spare] or "（空白）", new[start : len(new) - spare] or "（空白）"


def _shared(one: str, other: str) -> int:
    """Count the signs that two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(one, other, strict=False)))


def _by_name(sheets: tuple[SheetCells, ...]) -> dict[str, list[tuple[int, Row]]]:
    """Give the rows that are seen and hold something, with their numbers; a merged area says its text once."""
    return {
        sheet.name: [
            (number, texts)
            for number, row in enumerate(sheet.rows, 1)
            if number not in sheet.hidden_rows
            and any(texts := tuple("" if cell.merged else cell.text.strip() for cell in row))
        ]
        for sheet in sheets
    }
