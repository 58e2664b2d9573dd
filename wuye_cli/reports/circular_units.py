"""二、各单位进展情况: each answering unit as printed in the list, in official order; fast and slow ones named."""

from __future__ import annotations

from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import CircularBasis, names_or_none, state_counts
from wuye_cli.reports.circular_lines import ProgressRow

SLOW = {Status.OVERDUE, Status.BEHIND}
FAST = {Status.DONE, Status.AHEAD}


def unit_paragraphs(basis: CircularBasis) -> list[str]:
    """Write one sentence per unit, then name the fast and the slow ones."""
    by_unit = rows_by_unit(basis)
    fast = [unit for unit, rows in by_unit.items() if _has(rows, FAST) and not _has(rows, SLOW)]
    slow = [unit for unit, rows in by_unit.items() if _has(rows, SLOW)]
    return [
        "按牵头单位统计，没有牵头单位的按责任单位统计；由多个单位共同承担的任务，分别计入各单位。",
        *(
            f"{unit}：承担任务{len(rows)}项，{state_counts(row.status for row in rows)}。"
            for unit, rows in by_unit.items()
        ),
        *_without_unit(basis),
        f"进展较快的单位（有已完成或超序时任务，且没有逾期、慢序时任务）：{names_or_none(fast)}。",
        f"进展较慢的单位（有逾期或慢序时任务）：{names_or_none(slow)}。",
    ]


def rows_by_unit(basis: CircularBasis) -> dict[str, list[ProgressRow]]:
    """Give each answering unit its rows, in official order."""
    by_unit: dict[str, list[ProgressRow]] = {unit: [] for unit in basis.official_order}
    for row in basis.progress:
        for unit in row.units:
            by_unit[unit].append(row)
    return {unit: rows for unit, rows in by_unit.items() if rows}


def _without_unit(basis: CircularBasis) -> list[str]:
    rows = [row for row in basis.progress if not row.units]
    return [f"未明确单位的任务{len(rows)}项，{state_counts(row.status for row in rows)}。"] if rows else []


def _has(rows: list[ProgressRow], statuses: set[Status]) -> bool:
    return any(row.status in statuses for row in rows)
