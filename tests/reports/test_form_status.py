"""Who has reported for a month: the states of 报送情况表, counted into four."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.story import FACTS, OFFICE, POLICIES, UNITS
from tests.unit.domain.by_hand import day, finish, plan, register_facts, report, task
from wuye_cli.domain.calendar import CalendarDay, WorkingCalendar
from wuye_cli.domain.contacts import Contact
from wuye_cli.domain.facts import EventFacts
from wuye_cli.domain.terms import EventKind
from wuye_cli.errors import RefusedError
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.form_status import STATES, FormStatus, build_form_status

KNOWN_YEAR = WorkingCalendar().with_days((CalendarDay(day("2023-10-01"), False, "国庆节"),))
HOUSING = 3


def august(on: str = "2023-09-05") -> FormStatus:
    return build_form_status(FACTS, OFFICE, {}, "2023-08", day(on), KNOWN_YEAR)


def test_the_states_are_those_of_the_annex() -> None:
    annex = build_circular(FACTS, OFFICE, "2023-08", day("2023-09-05"), POLICIES, KNOWN_YEAR).reporting
    assert [(one.unit, one.state, one.missing) for one in august().units] == [
        (row.unit, row.state, row.missing) for row in annex
    ]


def test_the_four_states_add_up_to_all_units() -> None:
    for on in ("2023-08-10", "2023-08-24", "2023-08-25", "2023-09-02"):
        status = august(on)
        assert sum(len(status.in_state(state)) for state in STATES) == len(status.units) == 4


@pytest.mark.parametrize(
    ("on", "missing"),
    [
        ("2023-08-23", ["市民政局", "甲区政府", "市住建局", "乙县政府"]),
        ("2023-08-24", ["市民政局", "甲区政府", "乙县政府"]),
        ("2023-08-25", ["甲区政府", "乙县政府"]),
        ("2023-09-02", ["乙县政府"]),
    ],
)
def test_a_report_counts_from_the_day_it_came(on: str, missing: list[str]) -> None:
    assert [one.unit for one in august(on).in_state("未报送")] == missing


def test_a_part_of_the_reports_counts_as_none() -> None:
    facts = register_facts(task(1, reports=(report(1, "2023-08", 10),)), task(2))
    (unit,) = build_form_status(facts, OFFICE, {}, "2023-08", day("2023-08-31"), KNOWN_YEAR).in_state("未报送")
    assert (unit.state, unit.missing, unit.due_tasks, unit.reported_tasks) == ("部分报送", "p1-2", 2, 1)


def test_persons_stand_with_their_unit() -> None:
    person = Contact("联络员", "张三", "科长", "139")
    status = build_form_status(FACTS, OFFICE, {HOUSING: (person,)}, "2023-08", day("2023-09-05"), KNOWN_YEAR)
    assert {one.unit: one.contacts for one in status.units if one.contacts} == {UNITS[HOUSING].name: (person,)}


def test_the_day_that_counts_and_the_one_that_is_printed() -> None:
    status = build_form_status(FACTS, OFFICE, {}, "2023-11", day("2023-11-30"), KNOWN_YEAR)
    assert (status.reporting_day, status.due_on, status.unknown_years) == (day("2023-11-25"), day("2023-11-27"), ())
    kept = build_form_status(
        FACTS, replace(OFFICE, rest_day="keep"), {}, "2023-11", day("2023-11-30"), WorkingCalendar()
    )
    assert (kept.due_on, kept.unknown_years) == (day("2023-11-25"), ())
    unknown = build_form_status(FACTS, OFFICE, {}, "2023-11", day("2023-11-30"), WorkingCalendar())
    assert (unknown.due_on, unknown.unknown_years) == (day("2023-11-27"), (2023,))


def test_a_member_whose_part_is_finished_is_asked_no_more_and_a_cancelled_task_of_nobody() -> None:
    group = task(1, leads=(10,), events=(finish("2023-08-10", unit=2),))
    cancelled = task(
        2,
        events=(EventFacts(EventKind.CANCEL, day("2023-08-10"), None),),
        reports=(report(1, "2023-08", 10, reported_on=day("2023-08-05")),),
    )
    facts = register_facts(group, cancelled, known=UNITS)
    status = build_form_status(facts, OFFICE, {}, "2023-08", day("2023-08-31"), KNOWN_YEAR)
    assert [one.unit for one in status.units] == ["乙县政府"]


def test_a_month_in_which_no_plan_was_in_force_is_refused() -> None:
    facts = register_facts(task(), plans=(plan(issued_on=day("2023-09-01")),))
    with pytest.raises(RefusedError) as caught:
        build_form_status(facts, OFFICE, {}, "2023-08", day("2023-09-05"), KNOWN_YEAR)
    assert caught.value.code == "nothing-in-force"
