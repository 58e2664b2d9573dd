"""What a cell of a task table holds, told from its words alone where its place says nothing.

    3 -> number                  10月底前 -> deadline       县教育局、各街道 -> units
    新建学校2所。 -> words         某某物业 -> name: a firm, or the head of a task

Names are told wider than elsewhere, as a cell is only compared with the columns that it may stand in.
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.deadline_words import is_dated_steps, is_deadline
from wuye_cli.importing.fields.units import read_units
from wuye_cli.importing.recognisers.table.cell_shape import LONGEST_NAME, NUMBER
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE

WORDS = re.compile(r"[。；;！!，,：:%％]|\d")  # 新建学校2所   提升质量，丰富形式
# 各科室   教务处   交警队   县护城河指挥部   招商专班   各街镇   县妇联; 新建公厕站 begins like a task
SMALL_UNIT = re.compile(
    r"^(?![新改扩迁续筹]?建).*(?:科室?|处室?|股室?|[站所队院会社联办委部]|专班|小组|[乡街]镇|街道|社区|县区)$"
)


def find_kind(cell: str) -> str:
    """Give number, deadline, units, words or name; "" for a blank cell."""
    if not cell:
        return ""
    if NUMBER.fullmatch(cell):
        return "number"
    if is_deadline(cell) or is_dated_steps(cell):
        return "deadline"
    names = read_units(cell).units
    if names and all(len(name) <= LONGEST_NAME and _is_unit(name) for name in names):
        return "units"
    return "words" if WORDS.search(cell) or len(cell) > LONGEST_NAME else "name"


def _is_unit(name: str) -> bool:
    return not WORDS.search(name) and (COMPLETE.search(name) or SMALL_UNIT.search(name)) is not None
