"""三、存在问题: overdue and slow tasks with their units, gaps in reporting, doubts that nobody has settled."""

from __future__ import annotations

from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import CircularBasis
from wuye_cli.reports.circular_lines import OverdueRow
from wuye_cli.reports.circular_reporting import LATE, MISSING, PARTLY

GAPS = (MISSING, PARTLY, LATE)


def problem_paragraphs(basis: CircularBasis) -> list[str]:
    """Write what is wrong, each kind under its own （一）; one sentence where nothing is."""
    kinds = [
        _late_tasks(basis, Status.OVERDUE, "逾期任务"),
        _late_tasks(basis, Status.BEHIND, "慢序时任务"),
        _reporting_gaps(basis),
        _doubts(basis),
    ]
    found = [kind for kind in kinds if kind]
    if not found:
        return ["本月没有逾期、慢序时任务，报送齐全、及时。"]
    return [
        paragraph
        for numeral, (heading, *rest) in zip("一二三四", found, strict=False)
        for paragraph in (f"（{numeral}）{heading}", *rest)
    ]


def _late_tasks(basis: CircularBasis, status: Status, word: str) -> list[str]:
    rows = [row for row in basis.overdue if row.status is status]
    return [f"{word}{len(rows)}项。", *(_late_words(place, row) for place, row in enumerate(rows, 1))] if rows else []


def _late_words(place: int, row: OverdueRow) -> str:
    parts = [row.lead or row.responsible or "未明确单位", f"完成时限：{row.deadline}", _how_late(row)]
    if row.unfinished:
        parts.append(f"尚未办结：{'、'.join(row.unfinished)}")
    problem = f"存在问题：{row.problem.rstrip('。')}。" if row.problem else ""
    return f"{place}．{row.title.rstrip('。')}（{'；'.join(parts)}）。{problem}"


def _how_late(row: OverdueRow) -> str:
    if row.days_overdue is not None:
        return f"已逾期{row.days_overdue}天"
    return f"落后序时进度{figure_words(row.behind or 0.0)}个百分点"


def _reporting_gaps(basis: CircularBasis) -> list[str]:
    """Name the units whose reports are missing, incomplete or late."""
    gaps = [(state, [row.unit for row in basis.reporting if row.state == state]) for state in GAPS]
    if not any(units for _, units in gaps):
        return []
    words = "；".join(f"{state}{len(units)}家（{'、'.join(units)}）" for state, units in gaps if units)
    return [f"进展报送不到位。应报送单位{len(basis.reporting)}家，其中{words}。"]


def _doubts(basis: CircularBasis) -> list[str]:
    rows = [row for row in basis.progress if row.doubts]
    if not rows:
        return []
    words = "；".join(f"{row.title.rstrip('。')}（{'、'.join(row.doubts)}）" for row in rows)
    return [f"待核事项{len(rows)}项，相关内容以核实后的为准：{words}。"]
