"""Which circular is to be issued: the number that it gets, and the one whose place it takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wuye_cli import __version__
from wuye_cli.domain.issues import IssueFacts, find_standing, next_number, number_series, number_words
from wuye_cli.domain.months import month_words
from wuye_cli.errors import RefusedError
from wuye_cli.services.circulars import CircularOrder, Draft


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """What is to be issued: the circular, a number of the office's own choice, a draft that was edited by hand.

    With a `reason` it takes the place of the one that stands for the month.
    """

    circular: CircularOrder
    number: int | None = None
    edited: Path | None = None
    reason: str = ""


def find_replaced(draft: Draft, order: IssueOrder) -> IssueFacts | None:
    """Find the circular that gives way; None where the month has none.

    Raises:
        RefusedError: one stands, and nothing was said of replacing it; or there is none to replace.
    """
    month = order.circular.month
    standing = find_standing(draft.issues, month, draft.plan)
    if standing and not order.reason:
        raise _already_issued(standing)
    if not standing and order.reason:
        sentence = f"{month_words(month)}的通报还没有印发，没有可替代的：请用 wuye circular issue {month} 印发。"
        raise RefusedError("not-issued", sentence)
    if standing and order.circular.as_of < standing.issued_on:
        sentence = f"{standing.number_text}是 {standing.issued_on} 印发的，不能在这之前被替代：请核对 --as-of。"
        raise RefusedError("issued-later", sentence)
    return standing


def name_issue(draft: Draft, order: IssueOrder, replaced: IssueFacts | None) -> IssueFacts:
    """Give the circular its number and say what it is; its id comes when it is stored.

    Raises:
        RefusedError: the number that was chosen is taken.
    """
    circular, prefix = draft.circular, draft.number_prefix
    series, year = number_series(prefix, draft.plan), circular.issued_on.year
    taken = {one.number: one for one in draft.issues if (one.series, one.year) == (series, year)}
    number = order.number or next_number(taken)
    words = number_words(prefix, year, number)
    if number in taken:
        sentence = f"{words}已给了“{taken[number].title}”，没有印发：请换一个号，下一个空号是 {next_number(taken)}。"
        raise RefusedError("number-taken", sentence)
    return IssueFacts(
        id=0,
        month=circular.month,
        plan=draft.plan,
        series=series,
        year=year,
        number=number,
        number_text=words,
        version=replaced.version + 1 if replaced else 1,
        supersedes=replaced.id if replaced else None,
        reason=order.reason,
        title=circular.title,
        issued_on=circular.issued_on,
        last_report=draft.last_report,
        program=__version__,
    )


def _already_issued(standing: IssueFacts) -> RefusedError:
    sentence = (
        f"{month_words(standing.month)}的通报已于 {standing.issued_on} 印发（{standing.number_text}），不能再印发一次："
        f"有错请用 wuye circular supersede {standing.month} --reason 原因 印发新的一期代替它。"
    )
    return RefusedError("already-issued", sentence)
