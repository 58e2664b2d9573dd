"""How the text of a cell may begin and end, by the field it fills.

    市民政局、各县        -> breaks off
    （市）区人民政府      -> may be a whole cell, but ends no name
    市民政局、市财政局    -> whole

Told for the sake of lines that may belong to the cell above or to the one below.
"""

from __future__ import annotations

from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.deadline_words import is_deadline
from wuye_cli.importing.recognisers.paragraphs import open_brackets
from wuye_cli.importing.recognisers.unit_columns import COMPLETE

BAD_END = 1.5
BROKEN = 3.0
NOBODY = frozenset({"", "/", "／", "—", "-", "无"})


def badness(field: str, cell: str) -> float:
    """Say how unlikely it is that a cell of this field begins and ends as this text does."""
    if open_brackets(cell) != 0 or cell[:1] in tuple("、，；）") or cell[-1:] in tuple("、，；（"):
        return BROKEN
    if field in UNIT_FIELDS:
        return 0.0 if COMPLETE.search(cell) or cell in NOBODY else BAD_END
    if field == "content":
        return 0.0 if cell.endswith(("。", "！", "）", "；")) else BAD_END
    if field == "deadline":
        return 0.0 if is_deadline(cell) else BAD_END
    return 0.0
