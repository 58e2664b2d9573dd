"""`wuye remind`: a text for every unit, in the wording of the office, ready to paste into a message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from wuye_cli.domain.months import day_words, month_words
from wuye_cli.reports.lines import MilestoneLine, PeriodLine, TaskLine
from wuye_cli.reports.reminders import Reminder, Reminders

NUMERALS = "一二三四五"
PERIODS_NAMED = 3  # of a weekly duty the newest; the rest is counted


def reminders_text(round_: Reminders, *, headed: bool = True) -> str:
    """Write the texts of all units, each under its heading if wanted; what goes into a chat bears none."""
    texts = [
        f"{reminder_heading(one)}\n{reminder_text(one, round_)}" if headed else reminder_text(one, round_)
        for one in round_.units
    ]
    return "\n\n".join(texts) or "没有需要提醒的事项。"


def reminder_text(reminder: Reminder, round_: Reminders) -> str:
    """Write what one unit is reminded of; it needs no other text around it."""
    parts = [part for part in _parts(reminder, round_) if part]
    numbered = (
        f"{numeral}、{heading}" if len(parts) > 1 else heading
        for numeral, (heading, *_) in zip(NUMERALS, parts, strict=False)
    )
    lines = [line for heading, (_, *rest) in zip(numbered, parts, strict=True) for line in (heading, *rest)]
    opening = f"{reminder.unit}：截至{day_words(round_.as_of)}，请关注以下事项。"
    return "\n".join((opening, *lines, *filter(None, (round_.sender,))))


def reminder_heading(reminder: Reminder) -> str:
    """Say to whom a text goes, for the clerk's eye: the unit with its persons and their telephone numbers."""
    persons = "；".join(" ".join(filter(None, (one.name, one.title, one.phone))) for one in reminder.contacts)
    return f"—— {reminder.unit}（{persons or '未登记联系人'}）——"


def _parts(reminder: Reminder, round_: Reminders) -> Iterator[list[str]]:
    """Write each kind: its heading, then a numbered line for each of its tasks; nothing where there is none."""
    days = round_.within_days
    yield _listed("已逾期任务{n}项，请尽快办结并说明原因：", [_overdue_words(task) for task in reminder.overdue])
    yield _listed(f"{days}日内到期任务{{n}}项，请抓紧完成：", [_due_words(task, round_) for task in reminder.due])
    yield _listed("阶段性时限{n}项：", [_step_words(step, round_) for step in reminder.steps])
    yield _listed("周期性工作{n}项：", list(_period_lines(reminder)))
    yield [_missing_words(reminder, round_)] if reminder.missing else []


def _listed(heading: str, lines: list[str]) -> list[str]:
    numbered = [f"{place}．{line}" for place, line in enumerate(lines, start=1)]
    return [heading.format(n=len(lines)), *numbered] if lines else []


def _overdue_words(task: TaskLine) -> str:
    return f"{_title(task)}：完成时限{task.due}，已逾期{task.days_overdue}天。"


def _due_words(task: TaskLine, round_: Reminders) -> str:
    left = (task.due - round_.as_of).days if task.due else 0
    return f"{_title(task)}：完成时限{task.due}，{_left_words(left)}。"


def _step_words(step: MilestoneLine, round_: Reminders) -> str:
    left = (step.on - round_.as_of).days
    state = f"已过{-left}天" if left < 0 else _left_words(left)
    return f"{_title(step)}：{step.text.rstrip('。')}（时限{step.on}，{state}）。"


def _period_lines(reminder: Reminder) -> Iterator[str]:
    """Write one line for each task with recurring duties: the periods that were missed, and the one that runs."""
    in_order = sorted(reminder.periods, key=lambda one: one.code)
    for _, lines in groupby(in_order, key=lambda one: one.code):
        periods = list(lines)
        missed = [one.period for one in periods if one.days_overdue is not None]
        coming = [f"{one.period}应于{one.due}前完成" for one in periods if one.days_overdue is None]
        more = f"等{len(missed)}期" if len(missed) > PERIODS_NAMED else ""
        late = [f"{'、'.join(missed[-PERIODS_NAMED:])}{more}过期未完成"] if missed else []
        yield f"{_title(periods[0])}：{'；'.join((*late, *coming))}。"


def _missing_words(reminder: Reminder, round_: Reminders) -> str:
    month, due_on = month_words(round_.month), day_words(round_.report_due_on)
    when = f"已过报送时限（{due_on}），请尽快报送" if round_.as_of > round_.report_due_on else f"请于{due_on}前报送"
    return f"{month}份进展尚未报送（{reminder.missing}），{when}；没有进展的也要报送，并注明“本月无进展”。"


def _title(line: TaskLine | MilestoneLine | PeriodLine) -> str:
    return f"{line.title.rstrip('。')}（{line.code}）"


def _left_words(days: int) -> str:
    return f"还有{days}天" if days else "今日到期"
