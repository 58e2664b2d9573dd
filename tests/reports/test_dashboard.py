"""The overview counts what the board and the circular count, month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.story import FACTS, OFFICE, PLAN, POLICIES
from tests.unit.domain.by_hand import day, due, register_facts, task, unit, units
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.dashboard import Dashboard, build_dashboard

NOVEMBER = day("2023-11-15")


def dashboard(as_of: date = NOVEMBER) -> Dashboard:
    return build_dashboard(FACTS, OFFICE, as_of, POLICIES)


def test_the_last_month_is_the_board_of_the_day() -> None:
    found = dashboard()
    assert (found.trend[-1].month, found.trend[-1].total) == ("2023-11", found.board.total)
    assert found.trend[-1].by_status == found.board.by_status


def test_every_month_counts_what_its_circular_counts() -> None:
    for month in dashboard().trend:
        circular = build_circular(FACTS, OFFICE, month.month, NOVEMBER, POLICIES)
        assert (month.total, month.by_status) == (circular.total, circular.by_status)


def test_the_months_begin_with_the_first_plan_and_are_a_year_at_most() -> None:
    issued = replace(FACTS, plans={PLAN.id: PLAN._replace(issued_on=day("2023-09-10"))})
    assert [one.month for one in build_dashboard(issued, OFFICE, NOVEMBER, POLICIES).trend] == [
        "2023-09",
        "2023-10",
        "2023-11",
    ]
    old = replace(FACTS, plans={PLAN.id: PLAN._replace(issued_on=day("2020-01-10"))})
    months = [one.month for one in build_dashboard(old, OFFICE, NOVEMBER, POLICIES).trend]
    assert (len(months), months[0]) == (12, "2022-12")


def test_the_longest_overdue_stands_first() -> None:
    late = [task(number, leads=(1,), deadlines=(due(f"2023-0{number}-28"),)) for number in (3, 1, 2)]
    facts = register_facts(*late, plans=(PLAN,), known=units(unit(1, "市民政局")))
    found = build_dashboard(facts, OFFICE, NOVEMBER, POLICIES).overdue
    assert [one.due for one in found] == [day("2023-01-28"), day("2023-02-28"), day("2023-03-28")]


def test_a_register_without_plans_has_one_empty_month() -> None:
    found = build_dashboard(replace(FACTS, plans={}), OFFICE, NOVEMBER, POLICIES)
    assert [(one.month, one.total) for one in found.trend] == [("2023-11", 0)]
