"""三、存在问题, of what was sent: reports that are missing, late or came after the last issue; what is in doubt."""

from __future__ import annotations

from itertools import groupby

from wuye_cli.reports.circular_basis import PROGRESS_TABLE, REPORTING_TABLE, CircularBasis
from wuye_cli.reports.circular_figures import count
from wuye_cli.reports.circular_late import LateReport, late_word
from wuye_cli.reports.circular_parts import Parts, Quote, in_month, joined, named
from wuye_cli.reports.circular_reporting import LATE, MISSING, PARTLY

GAPS = (MISSING, PARTLY, LATE)


def reporting_gaps(basis: CircularBasis) -> list[Parts]:
    """Name the units whose reports are missing, incomplete or late."""
    rows = basis.reporting
    gaps = [(state, [row.unit for row in rows if row.state == state]) for state in GAPS]
    found = [(state, units) for state, units in gaps if units]
    if not found:
        return []
    everyone = count(f"{REPORTING_TABLE}的行", (row.unit for row in rows))
    if len(rows) == len(found[0][1]) > 1:
        return [("进展报送不到位。应报送单位", everyone, f"家，均{found[0][0]}。")]
    parts = joined((_gap_words(state, units) for state, units in found), "；")
    return [("进展报送不到位。应报送单位", everyone, "家，其中", *parts, "。")]


def late_reports(basis: CircularBasis) -> list[Parts]:
    """Name the reports that the last issue could not know."""
    if not basis.late_reports or not basis.last_issue:
        return []
    by_unit = groupby(sorted(basis.late_reports, key=lambda late: basis.official_order.index(late.unit)), _kind)
    words = joined((_late_words(*kind, tuple(same), basis.month) for kind, same in by_unit), "；")
    return [(Quote(basis.last_issue.number), "印发后收到的进展，已计入本期：", *words, "。")]


def doubts(basis: CircularBasis) -> list[Parts]:
    """Name the tasks with values that nobody has confirmed."""
    rows = [row for row in basis.progress if row.doubts]
    if not rows:
        return []
    how_many = count(f"{PROGRESS_TABLE}中有待核内容的行", (row.code for row in rows))
    tasks = ((Quote(row.title.rstrip("。")), "（", Quote("、".join(row.doubts)), "）") for row in rows)
    return [("待核事项", how_many, "项，相关内容以核实后的为准：", *joined(tasks, "；"), "。")]


def _gap_words(state: str, units: list[str]) -> Parts:
    return (state, count(f"{REPORTING_TABLE}中报送情况为“{state}”的行", units), "家（", *named(units), "）")


def _kind(late: LateReport) -> tuple[str, bool, str]:
    return late.unit, late.corrects, late.month


def _late_words(unit: str, corrects: bool, of: str, reports: tuple[LateReport, ...], month: str) -> Parts:
    how_many = count(f"{unit}在印发后{late_word(corrects)}的任务", (late.code for late in reports))
    return (Quote(unit), late_word(corrects), in_month(of, month), "份", how_many, "项")
