"""二、各单位进展情况: each answering unit as printed in the list, in official order; fast and slow ones named."""

from __future__ import annotations

from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import PROGRESS_TABLE, CircularBasis, state_counts
from wuye_cli.reports.circular_figures import count
from wuye_cli.reports.circular_lines import ProgressRow
from wuye_cli.reports.circular_parts import Parts, Quote, named

SLOW = {Status.OVERDUE, Status.BEHIND}
FAST = {Status.DONE, Status.AHEAD}


def unit_paragraphs(basis: CircularBasis) -> list[Parts]:
    """Write one sentence per unit, then name the fast and the slow ones."""
    by_unit = rows_by_unit(basis)
    fast = [unit for unit, rows in by_unit.items() if _has(rows, FAST) and not _has(rows, SLOW)]
    slow = [unit for unit, rows in by_unit.items() if _has(rows, SLOW)]
    return [
        ("按牵头单位统计，没有牵头单位的按责任单位统计；由多个单位共同承担的任务，分别计入各单位。",),
        *(_unit_words(unit, rows) for unit, rows in by_unit.items()),
        *_without_unit(basis),
        ("进展较快的单位（有已完成或超序时任务，且没有逾期、慢序时任务）：", *named(fast), "。"),
        ("进展较慢的单位（有逾期或慢序时任务）：", *named(slow), "。"),
    ]


def rows_by_unit(basis: CircularBasis) -> dict[str, list[ProgressRow]]:
    """Give each answering unit its rows, in official order."""
    by_unit: dict[str, list[ProgressRow]] = {unit: [] for unit in basis.official_order}
    for row in basis.progress:
        for unit in row.units:
            by_unit[unit].append(row)
    return {unit: rows for unit, rows in by_unit.items() if rows}


def _unit_words(unit: str, rows: list[ProgressRow]) -> Parts:
    mine = count(f"{PROGRESS_TABLE}中{unit}承担的行", (row.code for row in rows))
    return (Quote(unit), "：承担任务", mine, "项，", *state_counts(rows, f"{unit}承担、"), "。")


def _without_unit(basis: CircularBasis) -> list[Parts]:
    rows = [row for row in basis.progress if not row.units]
    if not rows:
        return []
    mine = count(f"{PROGRESS_TABLE}中没有写明单位的行", (row.code for row in rows))
    return [("未明确单位的任务", mine, "项，", *state_counts(rows, "没有写明单位、"), "。")]


def _has(rows: list[ProgressRow], statuses: set[Status]) -> bool:
    return any(row.status in statuses for row in rows)
