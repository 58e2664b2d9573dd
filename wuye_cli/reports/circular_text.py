"""The text of the circular in plain official wording, paragraph by paragraph."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.figures import figure_words, round_share
from wuye_cli.domain.months import day_words, month_of, month_words, shift_month
from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import CircularBasis, state_counts
from wuye_cli.reports.circular_problems import problem_paragraphs
from wuye_cli.reports.circular_units import unit_paragraphs


def build_paragraphs(basis: CircularBasis) -> tuple[str, ...]:
    """Write the text; the paragraphs that begin with 一、 to 四、 are headings."""
    return (
        _opening(basis),
        "一、总体情况",
        *_overall(basis),
        "二、各单位进展情况",
        *unit_paragraphs(basis),
        "三、存在问题",
        *problem_paragraphs(basis),
        "四、下一步工作要求",
        *_demands(basis),
    )


def _opening(basis: CircularBasis) -> str:
    plans = "".join(f"《{plan.title}》" for plan in basis.plans)
    return f"现将{plans}{month_words(basis.month)}份工作进展情况通报如下。"


def _overall(basis: CircularBasis) -> list[str]:
    """Count the tasks by state, show the sum, and compare with the month before."""
    statuses = [row.status for row in basis.progress]
    counts = [statuses.count(status) for status in Status]
    waiting = sum(row.awaiting_verification for row in basis.progress)
    total = (
        f"截至{_day_of_year(basis.cut.day)}，共有任务{len(statuses)}项，其中：{state_counts(statuses, all_six=True)}"
        f"（{'＋'.join(map(str, counts))}＝{len(statuses)}）。已完成的任务中，待销号{waiting}项。"
    )
    return [total, _change(statuses, basis.before)]


def _change(now: list[Status], before: tuple[Status, ...]) -> str:
    if not before:
        return "上月没有正在执行的任务，本月不作比较。"
    shares = "；".join(
        f"{word}占{figure_words(_share(now, status))}%，"
        + _change_words(round_share(_share(now, status) - _share(before, status)))
        for status, word in ((Status.DONE, "已完成任务"), (Status.OVERDUE, "逾期任务"), (Status.BEHIND, "慢序时任务"))
    )
    return f"按占任务总数的比重与上月相比：{shares}。"


def _share(statuses: list[Status] | tuple[Status, ...], status: Status) -> float:
    return round_share(statuses.count(status) / len(statuses) * 100) if statuses else 0.0


def _change_words(points: float) -> str:
    if points == 0:
        return "与上月持平"
    return f"{'上升' if points > 0 else '下降'}{figure_words(abs(points))}个百分点"


def _demands(basis: CircularBasis) -> list[str]:
    """Ask for what the figures show: overdue tasks first, then those behind, those due next, and the next report."""
    next_month = shift_month(basis.month, 1)
    demands = [
        *_demand_on(basis, Status.OVERDUE, "逾期任务{n}项，牵头单位要逐项说明原因，明确完成日期和责任人，尽快办结。"),
        *_demand_on(basis, Status.BEHIND, "慢序时任务{n}项，牵头单位要查找原因，制定追赶计划，加快推进。"),
        *_due_next(basis, next_month),
        _next_report(basis, next_month),
    ]
    return [f"（{numeral}）{demand}" for numeral, demand in zip("一二三四", demands, strict=False)]


def _demand_on(basis: CircularBasis, status: Status, words: str) -> list[str]:
    count = sum(row.status is status for row in basis.progress)
    return [words.format(n=count)] if count else []


def _due_next(basis: CircularBasis, month: str) -> list[str]:
    due = [row for row in basis.progress if row.status is not Status.DONE and row.due and month_of(row.due) == month]
    if not due:
        return []
    titles = "；".join(row.title.rstrip("。") for row in due)
    return [f"{month_words(month)}到期任务{len(due)}项（{titles}），牵头单位要倒排时间，确保按期完成。"]


def _next_report(basis: CircularBasis, month: str) -> str:
    due_on = day_words(basis.next_report_on)
    return f"请各单位于{due_on}前报送{month_words(month)}份进展；没有进展的也要报送，并注明“本月无进展”。"


def _day_of_year(day: date) -> str:
    return f"{day.month}月{day.day}日"
