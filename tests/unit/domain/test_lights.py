"""Light policies: the shipped presets row by row, and the reasons that lights give."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import (
    day,
    due,
    finish,
    ongoing,
    plan,
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
        (45, (GREEN, GREEN, YELLOW, GREEN)),
        (40.1, (GREEN, GREEN, YELLOW, GREEN)),
        (40, (YELLOW, YELLOW, YELLOW, GREEN)),
        (20, (YELLOW, YELLOW, YELLOW, GREEN)),
        (19, (RED, RED, YELLOW, GREEN)),
        (100, (GREEN, GREEN, GREEN, GREEN)),
    ],
)
def test_half_of_the_way_is_expected(percent: float, expected: tuple[Light, ...]) -> None:
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
    assert judge(met, MID_YEAR, "office") == Verdict(GREEN, "通用规则：应达100%，实际100%，与序时持平")


def test_a_policy_without_conditions_leaves_only_what_all_policies_share() -> None:
    standing = assess_task(half_way(0), plan(), units(unit(1)), cut_on(day(MID_YEAR)))
    assert judge_light(standing, Policy("bare", "空规则")).light is GREEN
