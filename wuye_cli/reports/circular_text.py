"""The text of the circular in plain official wording, paragraph by paragraph, each in its parts."""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.domain.terms import Status
from wuye_cli.reports.circular_basis import PROGRESS_TABLE, CircularBasis, state_counts
from wuye_cli.reports.circular_comparison import change_paragraph
from wuye_cli.reports.circular_demands import demand_paragraphs
from wuye_cli.reports.circular_figures import Reckoning, count
from wuye_cli.reports.circular_parts import DAY, Parts, Quote, in_month, joined
from wuye_cli.reports.circular_problems import problem_paragraphs
from wuye_cli.reports.circular_units import unit_paragraphs


def build_text(basis: CircularBasis) -> tuple[Parts, ...]:
    """Write the text; the paragraphs that begin with 一、 to 四、 are headings."""
    return (
        _opening(basis),
        ("一、总体情况",),
        _overall(basis),
        change_paragraph(basis),
        ("二、各单位进展情况",),
        *unit_paragraphs(basis),
        ("三、存在问题",),
        *problem_paragraphs(basis),
        ("四、下一步工作要求",),
        *demand_paragraphs(basis),
    )


def _opening(basis: CircularBasis) -> Parts:
    plans = (Quote(f"《{plan.title}》") for plan in basis.plans)
    return ("现将", *plans, in_month(basis.month), "份工作进展情况通报如下。")


def _overall(basis: CircularBasis) -> Parts:
    """Count the tasks by state and show the sum."""
    rows = basis.progress
    everything = count(f"{PROGRESS_TABLE}的行", (row.code for row in rows))
    waiting = count(
        f"{PROGRESS_TABLE}中已办结、还没有销号的行", (row.code for row in rows if row.awaiting_verification)
    )
    states = state_counts(rows, all_six=True)
    counts = (part for part in states if isinstance(part, Reckoning))
    return (
        "截至",
        Quote(f"{basis.cut.day.month}月{basis.cut.day.day}日", DAY),
        "，共有任务",
        everything,
        "项，其中：",
        *states,
        "（",
        *joined(((part,) for part in counts), "＋"),
        "＝",
        everything,
        "）。",
        *_waiting(basis, waiting),
    )


def _waiting(basis: CircularBasis, waiting: Reckoning) -> Iterator[str | Reckoning]:
    """Say how many are still to be verified, where anything is done."""
    if basis.in_state(Status.DONE):
        yield from ("已完成的任务中，待销号", waiting, "项。")
