"""A draft that comes back edited: taken as it is, with the number put in, and every changed figure named."""

from __future__ import annotations

import re
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.forms.edited_circular import compare_circulars
from wuye_cli.reports.circular import DRAFT_NUMBER
from wuye_cli.reports.circular_edits import Edits
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.opening import read_sheets
from wuye_cli.workbooks.passing_on import Formula, check_passive, find_formulas
from wuye_cli.workbooks.rewording import replace_words
from wuye_cli.workbooks.shape_texts import read_shape_texts
from wuye_cli.workbooks.sheets import SheetCells

DIGITS = re.compile(r"\d+")
MOST_PLACES = 5


def accept_edited(file: Path, draft: bytes, number: str, replacing: str) -> tuple[bytes, Edits]:
    """Give the edited file with its number, and what was changed against the draft that has that number.

    `replacing` are the words that must not be missing in a circular that takes another's place.

    Raises:
        InputError: it may not be handed on, works something out by itself, or does not say where the number stands.
    """
    content = read_archive(file)
    check_passive(content, file.name)
    edited = replace_words(content, file.name, DRAFT_NUMBER, number)
    if edited is None:
        sentence = f"“{file.name}”里找不到“{DRAFT_NUMBER}”，不知道期号印在哪里：请在原处写回这几个字，印发时换成期号。"
        raise InputError("number-place", sentence)
    sheets, own = (_read(one, file.name) for one in (edited, draft))
    _refuse_formulas(edited, draft, file.name)
    if replacing and not any(replacing in cell.text for sheet in sheets for row in sheet.rows for cell in row):
        raise InputError("replacing-words", f"“{file.name}”没有说明替代哪一期：请在正文末尾写上“{replacing}”")
    return edited, compare_circulars(own, sheets)


def compare_workbooks(draft: bytes, edited: bytes) -> Edits:
    """Hold a finished workbook against the one that the program makes."""
    return compare_circulars(_read(draft, "通报"), _read(edited, "通报"))


def _read(content: bytes, name: str) -> tuple[SheetCells, ...]:
    return (*read_sheets(content, name, _ignore), read_shape_texts(content, name))


def _refuse_formulas(edited: bytes, draft: bytes, name: str) -> None:
    """What is signed must not change when it is opened; only formulas of the office's own template may stay."""
    own = {_shape(formula) for formula in find_formulas(draft, name)}
    foreign = [formula for formula in find_formulas(edited, name) if _shape(formula) not in own]
    if foreign:
        places = "、".join(f"“{one.sheet}”{one.cell}" for one in foreign[:MOST_PLACES])
        more = f"等 {len(foreign)} 处" if len(foreign) > MOST_PLACES else ""
        raise InputError("edited-formula", f"“{name}”的{places}{more}是公式，印发后数字会变：请改成数值后再试。")


def _shape(formula: Formula) -> str:
    """A row that was inserted above moves the rows that a formula names."""
    return DIGITS.sub("#", formula.text)


def _ignore(done: int, total: int) -> None:
    """Nobody watches."""
