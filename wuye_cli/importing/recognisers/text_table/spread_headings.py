"""Headings in two rows, pasted without a trace of the cells that were merged.

    序号→工作任务→责任分工→完成时限
    牵头单位→配合单位
    1→新建学校→县教育局→县财政局→10月

The lower row stands below the one heading that it parts: that of units parts into units, that of goals into years.
"""

from __future__ import annotations

from collections.abc import Sequence

from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import Row, squash

FAMILIES = (frozenset(UNIT_FIELDS), frozenset({"target", "goal", "yearly"}))


def spread_headings(rows: Sequence[Row], at: int) -> Sequence[Row]:
    """Put the row below the header `at` in the place of the heading that it parts, where rows are as wide as that."""
    upper, lower = rows[at], rows[at + 1] if at + 1 < len(rows) else ()
    wide = len(upper) + len(lower) - 1
    if not 1 < len(lower) < len(upper) or not any(len(row) == wide for row in rows[at + 2 :]):
        return rows
    below = {find_field(squash(cell.text)) for cell in lower}
    family = next((fields for fields in FAMILIES if below <= fields), frozenset())
    above = [find_field(squash(cell.text)) for cell in upper]
    parted = [place for place, name in enumerate(above) if name in family or (family and name is None)]
    if len(parted) != 1:
        return rows
    spread = (*upper[: parted[0]], *lower, *upper[parted[0] + 1 :])
    return (*rows[:at], spread, *rows[at + 2 :])
