"""Reports that came after the last issue was frozen: they go into this one, with a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wuye_cli.domain.cutoff import Cutoff
from wuye_cli.domain.facts import ReportFacts, TaskFacts
from wuye_cli.domain.reporting import standing_reports
from wuye_cli.reports.circular_lines import Issue
from wuye_cli.reports.circular_parts import in_month


@dataclass(frozen=True, slots=True)
class LateReport:
    """One unit's report of one task for one month; `corrects` one that the issue already had."""

    code: str
    title: str
    unit: str
    month: str
    corrects: bool


def find_late_reports(
    tasks: Iterable[TaskFacts], issue: Issue | None, cut: Cutoff, names: Mapping[int, str]
) -> Iterator[LateReport]:
    """Find the reports that count now and that the last issue could not know."""
    if issue is None:
        return
    for task in tasks:
        for report in standing_reports(task.reports, cut):
            if issue.missed(report):
                corrects = any(_same(report, other) and not issue.missed(other) for other in task.reports)
                yield LateReport(task.code, task.title, names[report.unit], report.month, corrects)


def late_notes(reports: Iterable[LateReport], month: str) -> dict[str, str]:
    """Write the note of each task's row: 〔补报8月份〕."""
    notes: dict[str, dict[str, None]] = {}
    for late in reports:
        note = f"〔{late_word(late.corrects)}{in_month(late.month, month).text}份〕"
        notes.setdefault(late.code, {})[note] = None
    return {code: "".join(found) for code, found in notes.items()}


def late_word(corrects: bool) -> str:
    """Name a report that came after the issue."""
    return "更正" if corrects else "补报"


def _same(report: ReportFacts, other: ReportFacts) -> bool:
    return (report.unit, report.month) == (other.unit, other.month)
