"""What holds for the circulars of every register, month after month, some issued and some not."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.accounting import check_circular
from tests.reports.year_story import MONTHS, year_of
from tests.unit.domain.by_hand import (
    cancel,
    doubt,
    due,
    extend,
    finish,
    ongoing,
    plan,
    recurring,
    register_facts,
    report,
    send_back,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import DeadlineFacts, EventFacts, RegisterFacts, ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.months import last_day
from wuye_cli.reports import circular as circular_module
from wuye_cli.reports.circular_figures import Reckoning
from wuye_cli.reports.circular_parts import Parts, Quote, write_paragraph

UNITS = units(
    unit(1, "市民政局"),
    unit(2, "第2街道办事处"),
    unit(3, "乙县政府"),
    unit(10, "各县区政府", (2, 3)),
    unit(4, "市住建局"),
)
DAYS = st.dates(date(2023, 1, 15), date(2024, 1, 31))
MONTH = st.sampled_from(MONTHS)
QUOTAS = (
    target(1, 9, "个", indicator="试点", by="2023-12-31"),
    target(2, 4, "个", indicator="试点", scope="甲区", by="2023-12-31"),
    target(3, 5, "个", indicator="试点", scope="乙县", by="2023-12-31"),
)
UNEVEN = (target(1, 10, "个", indicator="试点", by="2023-12-31"), *QUOTAS[1:])
RATES = (target(4, 70, by="2023-06-30", indicator="达标率"), target(5, 90, by="2023-12-31", indicator="达标率"))
LIMIT = (target(6, 5, "件", op="<=", indicator="信访"),)
RANGE = (
    target(7, 3, "家", op="=", value_max=5, indicator="企业", scope="甲区"),
    target(8, 2, "家", op="=", indicator="企业", scope="乙县"),
)


@st.composite
def reports(draw: st.DrawFn, number: int, targets: tuple[TargetFacts, ...]) -> tuple[ReportFacts, ...]:
    """Some come weeks after their month, and some correct an earlier one."""
    amounts = st.dictionaries(st.sampled_from([one.id for one in targets]), st.sampled_from((0.0, 1.0, 2.5, 4.0, 80.0)))
    sent = draw(st.lists(st.tuples(MONTH, st.integers(-5, 70)), max_size=8))
    return tuple(
        report(
            100 * number + key,
            month,
            draw(st.none() | st.sampled_from((0.0, 30.0, 33.3, 45.25, 60.0, 100.0, 120.0))),
            unit=draw(st.sampled_from((1, 2, 3, 4))),
            values=draw(amounts) if targets else {},
            note=draw(st.sampled_from(("", "本月无进展", "已摸底12个小区"))),
            problem=draw(st.sampled_from(("", "资金缺口30万元。"))),
            reported_on=last_day(month) + timedelta(days=late),
        )
        for key, (month, late) in enumerate(sent)
    )


@st.composite
def events(draw: st.DrawFn, deadlines: tuple[DeadlineFacts, ...]) -> tuple[EventFacts, ...]:
    found: list[EventFacts] = []
    for kind in draw(st.lists(st.sampled_from((finish, send_back, cancel, None)), max_size=3)):
        on = draw(DAYS).isoformat()
        if kind:
            found.append(kind(on))
        elif deadlines and deadlines[0].on:
            found.append(extend(on, deadlines[0].on.isoformat(), draw(DAYS).isoformat()))
    return tuple(found)


@st.composite
def tasks(draw: st.DrawFn, number: int) -> TaskFacts:
    of_date = DAYS.map(lambda day: due(day.isoformat(), f"{day.month}月{day.day}日前"))
    deadlines = draw(st.lists(st.one_of(of_date, of_date, st.just(ongoing()), st.just(recurring())), max_size=2))
    targets = draw(st.sampled_from(((), QUOTAS, UNEVEN, RATES, LIMIT, RANGE, QUOTAS + RATES)))
    plan_number = draw(st.sampled_from((1, 1, 2)))
    return task(
        number,
        plan=plan_number,
        code=f"p{plan_number}-{number}",
        title=f"第{number}项任务，完成{number * 10}个。",
        leads=draw(st.sampled_from(((), (1,), (10,), (2, 1), (4,)))),
        responsible=draw(st.sampled_from(((), (3,)))),
        deadlines=tuple(deadlines),
        targets=targets,
        doubts=draw(st.sampled_from(((), (doubt("2023年还是2024年？"),)))),
        reports=draw(reports(number, targets)),
        events=draw(events(tuple(deadlines))),
        archived_on=draw(st.sampled_from((None, None, None, date(2023, 8, 10)))),
    )


@st.composite
def registers(draw: st.DrawFn) -> RegisterFacts:
    count = draw(st.integers(1, 5))
    plans = (
        plan(title="甲市3年行动方案", targets=RATES[1:]),
        plan(id=2, code="p2", title="乙方案", issued_on=date(2023, 5, 20)),
    )
    return register_facts(*(draw(tasks(number)) for number in range(1, count + 1)), plans=plans, known=UNITS)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(registers())
def test_every_number_of_every_year_is_explained_by_its_rows(facts: RegisterFacts) -> None:
    for circular in year_of(facts).values():
        check_circular(circular, facts)


@settings(max_examples=3, deadline=None)
@given(registers())
def test_the_plain_words_of_a_circular_hold_no_digit(facts: RegisterFacts) -> None:
    written: list[Parts] = []

    def spy(parts: Parts) -> str:
        written.append(parts)
        return write_paragraph(parts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(circular_module, "write_paragraph", spy)
        year_of(facts, MONTHS[5:9])
    words = [part for parts in written for part in parts if not isinstance(part, (Quote, Reckoning))]
    assert words
    assert not [part for part in words if re.search(r"\d", part)]
