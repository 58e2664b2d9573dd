"""What the charts of a circular show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.story import FACTS, OFFICE, POLICIES
from wuye_cli.domain.terms import STATUS_WORDS, Status
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_charts import CHARTED, charted_targets, charted_units, comparable_targets, expected_rate
from wuye_cli.reports.circular_lines import Circular, Issue, StateRow

AUGUST, OCTOBER = date(2023, 9, 5), date(2023, 10, 31)
AS_ISSUED = StateRow("2023年8月", tuple((status, ()) for status in Status))


def circular(month: str = "2023-08", as_of: date = AUGUST, issues: tuple[Issue, ...] = ()) -> Circular:
    return build_circular(FACTS, OFFICE, month, as_of, POLICIES, issues=issues)


def counts(row: StateRow) -> dict[str, int]:
    return {STATUS_WORDS[status]: row.count(status) for status in Status if row.count(status)}


def test_each_unit_has_the_states_of_the_tasks_it_answers_for() -> None:
    found = {row.name: counts(row) for row in circular().by_unit}
    assert found["市住建局"] == {"逾期": 1}
    assert found["市民政局"] == {"已完成": 1, "超序时": 1, "达序时": 1}


def test_the_last_month_of_the_trend_is_that_of_the_circular_and_the_first_the_oldest() -> None:
    made = circular()
    assert (made.trend[-1].name, made.trend[-1].source) == ("2023年8月", "台账")
    assert {status: made.trend[-1].count(status) for status in Status} == dict(made.by_status)
    names = [row.name for row in made.trend]
    assert names == [f"2023年{month}月" for month in range(9 - len(names), 9)]


def test_a_month_that_was_issued_stays_as_it_was_printed() -> None:
    august = circular()
    wrong = tuple(replace(row, status=Status.DONE) for row in august.progress)
    issue = Issue("2023-08", "第8期", AUGUST, replace(august, progress=wrong), 99)
    trend = {row.name: row for row in circular("2023-10", OCTOBER, (issue,)).trend}
    assert (trend["2023年8月"].source, counts(trend["2023年8月"])) == ("第8期", {"已完成": len(wrong)})
    assert (trend["2023年9月"].source, trend["2023年10月"].source) == ("台账", "台账")


def test_units_with_most_late_tasks_are_charted_in_official_order() -> None:
    late = {Status.OVERDUE: ("p1-1",)}
    units = tuple(
        StateRow(f"第{number}局", tuple((status, late.get(status, ()) if number % 2 else ()) for status in Status))
        for number in range(CHARTED * 2)
    )
    charted = charted_units(replace(circular(), by_unit=units))
    assert [row.name for row in charted] == [f"第{number}局" for number in range(1, CHARTED * 2, 2)]


def test_a_target_is_charted_at_its_next_year_and_quotas_are_not() -> None:
    first = replace(circular().targets[0], indicator="试点", wanted=4.0, expected=2.0, is_quota=False)
    years = [replace(first, due=date(year, 12, 31), wanted=float(year)) for year in (2022, 2023, 2024)]
    quota = replace(first, indicator="分解", due=date(2023, 12, 31), is_quota=True)
    limit = replace(first, indicator="上限", due=date(2023, 12, 31), expected=None)
    made = replace(circular(), targets=(*years, quota, limit))
    assert charted_targets(made) == (years[1],) == comparable_targets(made)
    assert expected_rate(replace(first, wanted=8.0, expected=2.0)) == 25.0
