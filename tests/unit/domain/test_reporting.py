"""Who reports, whose figure counts, and which reports stand."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import day, report, task, unit, units
from wuye_cli.domain.cutoff import Cutoff, cut_month, cut_on
from wuye_cli.domain.reporting import answerable, expand_units, reporters, scored_units, standing_reports

COUNTY_A, COUNTY_B, COUNTIES, STREETS, EVERYONE = 11, 12, 10, 20, 30
UNITS = units(
    unit(1, "市住建局"),
    unit(2, "市公安局"),
    unit(3, "市民政局"),
    unit(COUNTY_A, "甲区政府"),
    unit(COUNTY_B, "乙县政府"),
    unit(COUNTIES, "各县（市）区政府", (COUNTY_A, COUNTY_B)),
    unit(STREETS, "各街道办事处"),
    unit(EVERYONE, "各成员单位", (1, COUNTIES)),
    unit(40, "甲组", (41, 2)),
    unit(41, "乙组", (40,)),
)


@pytest.mark.parametrize(
    ("leads", "responsible", "policy", "expected"),
    [
        ((1,), (2, 3), "leads", (1,)),
        ((1, 2), (3,), "leads", (1, 2)),
        ((), (2, 3), "leads", (2, 3)),
        ((1,), (2, 3), "all", (1, 2, 3)),
        ((COUNTIES,), (1,), "leads", (COUNTY_A, COUNTY_B)),
        ((COUNTIES, COUNTY_A), (), "leads", (COUNTY_A, COUNTY_B)),
        ((), (STREETS,), "leads", (STREETS,)),
        ((), (), "all", ()),
    ],
    ids=[
        "the lead alone",
        "each of several leads",
        "the responsible where no lead is printed",
        "all where the office wants all",
        "the members of a group",
        "each unit once",
        "a group without known members as one unit",
        "nobody where no unit is printed",
    ],
)
def test_reporters(
    leads: tuple[int, ...], responsible: tuple[int, ...], policy: str, expected: tuple[int, ...]
) -> None:
    assert reporters(task(leads=leads, responsible=responsible), UNITS, policy) == expected


@pytest.mark.parametrize("policy", ["leads", "all"])
def test_a_guiding_unit_never_reports(policy: str) -> None:
    assert reporters(task(leads=(1,), guides=(2, 3)), UNITS, policy) == (1,)
    assert reporters(task(leads=(), guides=(2, 3)), UNITS, policy) == ()


def test_groups_within_groups_expand_to_their_members() -> None:
    assert expand_units((EVERYONE,), UNITS) == (1, COUNTY_A, COUNTY_B)


def test_groups_that_name_each_other_end_somewhere() -> None:
    assert expand_units((40,), UNITS) == (40, 2)


def test_the_first_named_lead_is_scored() -> None:
    assert scored_units(task(leads=(2, 1), responsible=(3,)), UNITS) == (2,)


def test_a_group_named_first_is_scored_by_all_its_members() -> None:
    assert scored_units(task(leads=(COUNTIES, 1)), UNITS) == (COUNTY_A, COUNTY_B)


def test_the_first_responsible_is_scored_where_no_lead_is_printed() -> None:
    assert scored_units(task(leads=(), responsible=(3, 2)), UNITS) == (3,)
    assert answerable(task(leads=(), responsible=(3, 2))) == (3, 2)


AUGUST_FIRST = report(1, "2023-08", 40, reported_on=day("2023-08-20"))
AUGUST_AGAIN = report(5, "2023-08", 45, reported_on=day("2023-09-03"))
JULY = report(2, "2023-07", 30, reported_on=day("2023-07-24"))
OTHER_UNIT = report(3, "2023-08", 70, unit=2, reported_on=day("2023-08-25"))


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (cut_on(day("2023-07-23")), ()),
        (cut_on(day("2023-08-20")), (JULY, AUGUST_FIRST)),
        (cut_on(day("2023-08-31")), (JULY, AUGUST_FIRST, OTHER_UNIT)),
        (cut_on(day("2023-09-30")), (JULY, OTHER_UNIT, AUGUST_AGAIN)),
        (cut_month("2023-08", day("2023-09-05")), (JULY, OTHER_UNIT, AUGUST_AGAIN)),
        (cut_month("2023-07", day("2023-09-05")), (JULY,)),
    ],
    ids=[
        "not known yet",
        "known on its day",
        "each unit has its own",
        "sent again replaces",
        "typed in September for August",
        "of later months not counted",
    ],
)
def test_reports_that_stand(cut: Cutoff, expected: tuple[object, ...]) -> None:
    sent = (AUGUST_AGAIN, OTHER_UNIT, AUGUST_FIRST, JULY)
    assert standing_reports(sent, cut) == expected
    assert standing_reports(reversed(sent), cut) == expected


def test_a_month_ends_on_its_last_day_or_on_the_day_of_knowing() -> None:
    assert cut_month("2023-08", day("2023-10-02")) == Cutoff(day("2023-08-31"), day("2023-10-02"), "2023-08")
    assert cut_month("2023-08", day("2023-08-10")).day == day("2023-08-10")
