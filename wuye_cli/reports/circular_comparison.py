"""一、总体情况 against the month before: shares of all tasks, and how many 百分点 they have moved."""

from __future__ import annotations

from wuye_cli.domain.months import shift_month
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.circular_basis import PROGRESS_TABLE, CircularBasis, count_state
from wuye_cli.reports.circular_figures import Reckoning, count, difference, quotient
from wuye_cli.reports.circular_parts import Parts, Quote, in_month, joined, write_paragraph

COMPARED = (Status.DONE, Status.OVERDUE, Status.BEHIND)


def change_paragraph(basis: CircularBasis) -> Parts:
    """Compare with what was issued for the month before, else with that month counted again."""
    if not basis.progress:
        return ("本月没有列入统计的任务，不作比较。",)
    if not basis.before:
        return ("上月没有正在执行的任务，本月不作比较。",)
    shares = joined(((*_share_words(basis, status),) for status in COMPARED), "；")
    recount = () if basis.issued else ("（没有印发通报，按台账重新统计）",)
    return ("与", *previous_name(basis), *recount, "相比，", *shares, "。")


def previous_name(basis: CircularBasis) -> Parts:
    """Name what is compared with: 第7期（7月）."""
    month = in_month(shift_month(basis.month, -1), basis.month)
    return (Quote(basis.issued.number), "（", month, "）") if basis.issued else (month,)


def _share_words(basis: CircularBasis, status: Status) -> Parts:
    now, before = _share_now(basis, status), _share_before(basis, status)
    of_all = "任务总数的" if status is COMPARED[0] else ""
    words = (f"{STATUS_WORDS[status]}任务占{of_all}", now, "%，")
    if now.value == before.value:
        return (*words, "与上月持平")
    if now.value > before.value:
        return (*words, "上升", difference("上升的百分点", now, before), "个百分点")
    return (*words, "下降", difference("下降的百分点", before, now), "个百分点")


def _share_now(basis: CircularBasis, status: Status) -> Reckoning:
    everything = count(f"{PROGRESS_TABLE}的行", (row.code for row in basis.progress))
    return quotient(f"“{STATUS_WORDS[status]}”占比", count_state(status, basis.progress), everything, 100)


def _share_before(basis: CircularBasis, status: Status) -> Reckoning:
    name = write_paragraph(previous_name(basis))
    words = STATUS_WORDS[status]
    mine = (task.code for task in basis.before.values() if task.status is status)
    return quotient(
        f"{name}“{words}”占比",
        count(f"{name}状态为“{words}”的任务", mine),
        count(f"{name}的任务", basis.before),
        100,
    )
