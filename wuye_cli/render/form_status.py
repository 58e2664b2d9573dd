"""`wuye form status`: a table for the clerk, and text to paste into the units' group chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wuye_cli.domain.contacts import find_liaison
from wuye_cli.domain.months import day_words, month_words
from wuye_cli.render.grid import Column, Grid, Kind
from wuye_cli.reports.circular_reporting import MISSING, PARTLY
from wuye_cli.reports.form_status import STATES, FormStatus, UnitStatus

COLUMNS = (
    Column("单位", Kind.TEXT, 20),
    Column("报送情况", Kind.SHORT, 8),
    Column("应报", Kind.NUMBER, 4),
    Column("已报", Kind.NUMBER, 4),
    Column("报送日期", Kind.SHORT, 10),
    Column("未报任务", Kind.TEXT, 12),
    Column("联系人", Kind.TEXT, 12),
    Column("电话", Kind.TEXT, 12),
)


def form_status_grid(status: FormStatus) -> Grid:
    """Lay out every unit with the persons to call."""
    title = f"{month_words(status.month)}份进展报送情况（截至{day_words(status.as_of)}，共{len(status.units)}个单位）"
    return Grid(title, (_counts(status), f"报送时限：{_due_words(status)}。"), COLUMNS, tuple(map(_row, status.units)))


def form_status_text(status: FormStatus) -> str:
    """Write what can be pasted as it stands: counts, who is missing, what is asked of them; no telephone numbers."""
    return "\n".join((f"【{month_words(status.month)}份进展报送情况】", *_text_lines(status)))


def _row(unit: UnitStatus) -> tuple[str | int | None, ...]:
    return (
        unit.unit,
        unit.state,
        unit.due_tasks,
        unit.reported_tasks,
        unit.reported_on.isoformat() if unit.reported_on else None,
        unit.missing if unit.reported_tasks else "",
        "、".join(f"{one.name}{one.title}" for one in unit.contacts),
        "、".join(one.phone for one in unit.contacts if one.phone),
    )


def _counts(status: FormStatus) -> str:
    partly = sum(unit.state == PARTLY for unit in status.units)
    words = "、".join(f"{state}{len(status.in_state(state))}家" for state in STATES)
    return f"应报送单位{len(status.units)}家：{words}{f'（其中部分报送{partly}家）' if partly else ''}。"


def _due_words(status: FormStatus) -> str:
    if status.due_on == status.reporting_day:
        return day_words(status.due_on)
    printed = f"{status.reporting_day.month}月{status.reporting_day.day}日"
    return f"{day_words(status.due_on)}（{printed}是休息日，顺延）"


def _text_lines(status: FormStatus) -> Iterator[str]:
    yield f"截至{day_words(status.as_of)}，{_counts(status)}"
    for state in reversed(STATES):
        units = status.in_state(state)
        if units:
            yield f"{state}（{len(units)}家）：{_names(units)}。"
    if not status.in_state(MISSING):
        yield "各单位均已报送。"
        return
    when = "尽快报送" if status.as_of > status.due_on else f"于{_due_words(status)}前报送"
    yield f"请未报送的单位{when}；没有进展的也要报送，并注明“本月无进展”。"


def _names(units: Sequence[UnitStatus]) -> str:
    return "、".join(map(_name, units))


def _name(unit: UnitStatus) -> str:
    """Name a unit; of one that is missing also whom to ask, and what is missing where it is only a part."""
    if unit.state not in STATES[MISSING]:
        return unit.unit
    liaison = find_liaison(unit.contacts)
    parts = [liaison.name] if liaison else []
    parts += [f"缺 {unit.missing}"] if unit.state == PARTLY else []
    return f"{unit.unit}（{'，'.join(parts)}）" if parts else unit.unit
