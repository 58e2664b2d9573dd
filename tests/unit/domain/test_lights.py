"""Light policies: the shipped presets row by row, and the reasons that lights give."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import (
    day,
    due,
    finish,
    ongoing,
    plan,
    recurring,
    report,
    shipped_policies,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.cutoff import cut_on
from wuye_cli.domain.facts import TaskFacts
from wuye_cli.domain.lights import Verdict, judge_light
from wuye_cli.domain.policies import Policy
from wuye_cli.domain.standing import assess_task
from wuye_cli.domain.terms import Light

RED, YELLOW, GREEN, BLUE, GREY = Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY
POLICIES = shipped_policies()
COLUMNS = ("office", "yinchuan", "xuancheng", "three-day")
MID_YEAR = "2023-06-30"  # 50 % on the way to 27 December by days, and 6/12 by months


def judge(values: TaskFacts, on: str, policy: str, **plan_values: object) -> Verdict:
    standing = assess_task(values, plan(**plan_values), units(unit(1)), cut_on(day(on)))
    return judge_light(standing, POLICIES.get(policy))


def lights(values: TaskFacts, on: str, **plan_values: object) -> tuple[Light, ...]:
    return tuple(judge(values, on, policy, **plan_values).light for policy in COLUMNS)


def half_way(percent: float | None) -> TaskFacts:
    return task(deadlines=(due("2023-12-27"),), reports=(report(1, "2023-06", percent),))


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (50, (GREEN, GREEN, GREEN, GREEN)),
        (49.9, (GREEN, GREEN, YELLOW, GREEN)),
        (45, (GREEN, GREEN, YELLOW, GREEN)),
        (40.1, (GREEN, GREEN, YELLOW, GREEN)),
        (40, (YELLOW, YELLOW, YELLOW, GREEN)),
        (39.9, (YELLOW, YELLOW, YELLOW, GREEN)),
        (20, (YELLOW, YELLOW, YELLOW, GREEN)),
        (19.9, (RED, RED, YELLOW, GREEN)),
        (19, (RED, RED, YELLOW, GREEN)),
        (1, (RED, RED, YELLOW, GREEN)),
        (0, (RED, RED, YELLOW, GREEN)),
        (None, (RED, RED, YELLOW, GREEN)),
        (100, (GREEN, GREEN, GREEN, GREEN)),
    ],
)
def test_half_of_the_way_is_expected(percent: float | None, expected: tuple[Light, ...]) -> None:
    assert lights(half_way(percent), MID_YEAR) == expected


def ends_on(deadline: str, percent: float) -> TaskFacts:
    return task(deadlines=(due(deadline),), reports=(report(1, "2023-05", percent),))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (ends_on("2023-06-29", 95), (RED, RED, RED, RED)),
        (ends_on("2023-06-30", 99), (YELLOW, GREEN, GREEN, YELLOW)),
        (ends_on("2023-07-02", 99), (YELLOW, GREEN, GREEN, YELLOW)),
        (ends_on("2023-07-03", 99), (YELLOW, GREEN, GREEN, YELLOW)),
        (ends_on("2023-07-04", 99), (YELLOW, GREEN, GREEN, GREEN)),
        (ends_on("2023-07-30", 99), (YELLOW, GREEN, GREEN, GREEN)),
        (ends_on("2023-07-31", 99), (GREEN, GREEN, GREEN, GREEN)),
        (task(deadlines=(ongoing(),), reports=(report(1, "2023-05", 10),)), (GREY, GREY, GREY, GREY)),
        (task(), (GREY, GREY, GREY, GREY)),
        (task(deadlines=(due("2023-01-31"),), events=(finish("2023-06-01"),)), (BLUE, BLUE, BLUE, BLUE)),
        (task(deadlines=(ongoing(),), events=(finish("2023-06-01"),)), (BLUE, BLUE, BLUE, BLUE)),
    ],
    ids=[
        "deadline yesterday",
        "deadline today",
        "deadline in two days",
        "in three days",
        "in four days",
        "in thirty days",
        "in thirty-one days",
        "长期坚持 alone",
        "no deadline",
        "finished",
        "long-term and finished",
    ],
)
def test_lights_by_the_deadline(values: TaskFacts, expected: tuple[Light, ...]) -> None:
    assert lights(values, MID_YEAR) == expected


@pytest.mark.parametrize(
    ("on", "percent", "light"),
    [
        ("2023-06-29", 41.7, GREEN),
        ("2023-06-29", 41.6, YELLOW),
        ("2023-06-30", 49.9, YELLOW),
        ("2023-06-30", 50, GREEN),
        ("2023-11-30", 91.6, YELLOW),
        ("2023-11-30", 91.7, GREEN),
        ("2023-12-31", 99.9, YELLOW),
        ("2023-12-31", 100, GREEN),
        ("2024-01-01", 100, RED),
    ],
)
def test_by_months_the_line_of_a_month_is_drawn_on_its_last_day(on: str, percent: float, light: Light) -> None:
    values = task(
        deadlines=(due("2023-12-31"),), reports=(report(1, "2023-06", percent, reported_on=day("2023-06-01")),)
    )
    assert judge(values, on, "xuancheng").light is light


def test_by_months_a_task_of_three_years_has_a_third_of_its_way_behind_it_after_the_first() -> None:
    values = task(deadlines=(due("2025-12-31"),), reports=(report(1, "2023-12", 33.2),))
    assert judge(values, "2023-12-31", "xuancheng", issued_on=day("2023-03-15")).light is YELLOW
    assert judge(values, "2024-01-30", "office", issued_on=day("2023-03-15")).light is GREEN


@pytest.mark.parametrize("policy", COLUMNS)
@pytest.mark.parametrize("percent", [None, 0, 99, 100])
def test_overdue_is_red_and_finished_is_blue_whatever_was_reported(policy: str, percent: float | None) -> None:
    late = ends_on("2023-06-29", 0)
    late = task(deadlines=late.deadlines, reports=(report(1, "2023-05", percent),))
    assert judge(late, MID_YEAR, policy).light is RED
    closed = task(deadlines=late.deadlines, reports=late.reports, events=(finish("2023-06-30"),))
    assert judge(closed, MID_YEAR, policy).light is BLUE


@pytest.mark.parametrize("policy", COLUMNS)
def test_a_date_beside_a_long_term_duty_still_counts(policy: str) -> None:
    both = task(deadlines=(due("2023-06-29"), ongoing()), reports=(report(1, "2023-05", 95),))
    assert judge(both, MID_YEAR, policy).light is RED


@pytest.mark.parametrize("policy", COLUMNS)
def test_recurring_duties_alone_have_no_light(policy: str) -> None:
    assert judge(task(deadlines=(recurring(),)), MID_YEAR, policy).light is GREY


def test_red_wins_over_yellow() -> None:
    verdict = judge(task(deadlines=(due("2023-07-10"),), reports=(report(1, "2023-06", 20),)), MID_YEAR, "office")
    assert (verdict.light, verdict.causes) == (RED, ("落后超过30个百分点",))


def test_a_verdict_gives_the_conditions_and_figures_it_rests_on() -> None:
    near = task(deadlines=(due("2023-07-10"),), reports=(report(1, "2023-06", 80),))
    assert judge(near, MID_YEAR, "office").causes == ("落后达到10个百分点", "30天内到期")
    verdict = judge(half_way(40), MID_YEAR, "yinchuan")
    assert (verdict.causes, verdict.expected, verdict.behind) == (("落后达到10个百分点",), 50, 10)
    assert judge(task(), MID_YEAR, "office").causes == ("没有明确日期的完成时限",)


FAR = task(deadlines=(due("2033-12-31"),))


@pytest.mark.parametrize(
    ("values", "on", "light"),
    [
        (FAR, "2023-01-15", GREEN),
        (FAR, "2023-01-16", YELLOW),
        (FAR, "2023-04-14", YELLOW),
        (FAR, "2023-04-15", RED),
        (task(deadlines=FAR.deadlines, reports=(report(1, "2023-02", 0),)), "2023-04-15", RED),
        (task(deadlines=FAR.deadlines, reports=(report(1, "2023-02", 1),)), "2023-04-15", GREEN),
    ],
    ids=[
        "nothing expected on the first day",
        "not started",
        "not quite three months",
        "not started for three months",
        "0% is not started",
        "1% is started",
    ],
)
def test_not_started(values: TaskFacts, on: str, light: Light) -> None:
    assert judge(values, on, "yinchuan", issued_on=day("2023-01-15")).light is light


@pytest.mark.parametrize(
    ("values", "policy", "reason"),
    [
        (half_way(50), "office", "通用规则：应达50%，实际50%，与序时持平；距时限2023年12月27日还有180天"),
        (
            half_way(19),
            "office",
            "通用规则：落后超过30个百分点；应达50%，实际19%，落后31个百分点；距时限2023年12月27日还有180天",
        ),
        (
            half_way(40),
            "yinchuan",
            "银川规则：落后达到10个百分点；应达50%，实际40%，落后10个百分点；距时限2023年12月27日还有180天",
        ),
        (
            half_way(62.5),
            "xuancheng",
            "宣城规则：应达50%，实际62.5%，超前12.5个百分点；距时限2023年12月27日还有180天",
        ),
        (
            half_way(None),
            "yinchuan",
            (
                "银川规则：落后超过30个百分点、应有进展之日起满3个月未启动；"
                "应达50%，实际未填报（按0%计），落后50个百分点；距时限2023年12月27日还有180天"
            ),
        ),
        (
            ends_on("2023-06-15", 95),
            "office",
            "通用规则：已逾期；应达100%，实际95%，落后5个百分点；时限2023年6月15日，已过15天",
        ),
        (
            ends_on("2023-06-15", 100),
            "office",
            "通用规则：已逾期；应达100%，实际100%，与序时持平；时限2023年6月15日，已过15天，已报100%但尚未办结",
        ),
        (
            ends_on("2023-07-02", 99),
            "three-day",
            "三日提醒规则：3天内到期；应达98.9%，实际99%，超前0.1个百分点；距时限2023年7月2日还有2天",
        ),
        (
            ends_on("2023-12-31", 40),
            "xuancheng",
            "宣城规则：低于序时进度；应达50%，实际40%，落后10个百分点；距时限2023年12月31日还有184天",
        ),
        (
            task(deadlines=(due("2023-12-27"),), reports=(report(1, "2023-06"),)),
            "three-day",
            "三日提醒规则：应达50%，实际未填报（按0%计），落后50个百分点；距时限2023年12月27日还有180天",
        ),
        (task(deadlines=(ongoing(),)), "office", "通用规则：没有明确日期的完成时限，不作判定"),
        (task(events=(finish("2023-06-01"),)), "office", "通用规则：已于2023年6月1日办结"),
    ],
)
def test_a_light_says_its_numbers(values: TaskFacts, policy: str, reason: str) -> None:
    assert judge(values, MID_YEAR, policy).reason == reason


def test_a_deadline_that_passed_met_is_not_counted_in_days() -> None:
    met = task(
        deadlines=(due("2023-05-31", "5月底达到60%"),),
        targets=(target(1, 60, by="2023-05-31", text="5月底达到60%"),),
        reports=(report(1, "2023-05", values={1: 66.0}),),
    )
    assert judge(met, MID_YEAR, "office").reason == "通用规则：应达100%，实际100%，与序时持平"
    assert judge(met, MID_YEAR, "office").light is GREEN


def test_a_policy_without_conditions_leaves_only_what_all_policies_share() -> None:
    standing = assess_task(half_way(0), plan(), units(unit(1)), cut_on(day(MID_YEAR)))
    assert judge_light(standing, Policy("bare", "空规则")).light is GREEN
