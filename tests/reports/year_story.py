"""A year of one small office, issue by issue: what turns, what does not move, what comes late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.reports.story import CIVIL, COUNTIES, COUNTY_A, COUNTY_B, HOUSING, OFFICE, POLICIES, QUOTAS, UNITS
from tests.unit.domain.by_hand import (
    cancel,
    day,
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
)
from wuye_cli.domain.facts import RegisterFacts
from wuye_cli.domain.months import shift_month
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular, Issue
from wuye_cli.reports.circular_phrases import DEFAULT_PHRASES, Phrases

MONTHS = tuple(f"2023-{month:02d}" for month in range(1, 13))
NOT_ISSUED = frozenset({"2023-05"})
PLAN = plan(title="甲市物业提升3年行动方案（2023—2025年）", level="市级", issued_on=day("2023-02-10"))
TASKS = (
    task(
        1,
        title="出台收费办法（第1批）。",
        leads=(HOUSING,),
        deadlines=(due("2023-04-30", "4月底前"),),
        events=(finish("2023-07-20"), send_back("2023-08-02"), finish("2023-10-12")),
        reports=tuple(report(100 + n, f"2023-{n:02d}", min(95, 20 * n), unit=HOUSING) for n in range(2, 8)),
    ),
    task(
        2,
        title="完成试点",
        leads=(COUNTIES,),
        responsible=(HOUSING,),
        deadlines=(due("2023-09-30", "9月底前"),),
        targets=QUOTAS,
        doubts=(doubt("总数与分解数待核对"),),
        events=(extend("2023-10-09", "2023-09-30", "2023-11-30"),),
        reports=(
            *(report(200 + n, f"2023-{n:02d}", 8 * n, unit=COUNTY_A, values={2: float(n // 3)}) for n in range(2, 13)),
            *(report(220 + n, f"2023-{n:02d}", 5 * n, unit=COUNTY_B, values={3: 1.0}) for n in range(6, 13)),
        ),
    ),
    task(
        3,
        title="健全120项制度",
        leads=(CIVIL,),
        deadlines=(due("2023-12-31", "年底前"),),
        reports=(
            report(301, "2023-03", 30, unit=CIVIL),
            report(302, "2023-04", 30, unit=CIVIL, note="本月无进展"),
            report(303, "2023-05", 30, unit=CIVIL),
            report(304, "2023-06", 30, unit=CIVIL, reported_on=day("2023-07-20")),
            report(305, "2023-08", 55.5, unit=CIVIL),
            report(306, "2023-08", 60, unit=CIVIL, reported_on=day("2023-09-11")),
        ),
    ),
    task(
        4,
        title="收缴率达标",
        leads=(CIVIL,),
        deadlines=(due("2023-06-30", "6月底达到80%"),),
        targets=(target(9, 80, by="2023-06-30", indicator="收缴率", text="6月底达到80%"),),
        reports=(
            report(401, "2023-05", None, unit=CIVIL, values={9: 60.0}),
            report(402, "2023-08", None, unit=CIVIL, values={9: 84.0}, reported_on=day("2023-08-25")),
        ),
    ),
    task(
        5,
        title="专项检查",
        leads=(COUNTY_B,),
        deadlines=(due("2023-05-31", "5月底前"),),
        events=(cancel("2023-08-15"),),
    ),
    task(6, title="日常巡查", leads=(COUNTY_A,), deadlines=(recurring(),)),
    task(7, title="长效管理", leads=(), deadlines=(ongoing(),)),
)
FACTS = register_facts(*TASKS, plans=(PLAN,), known=UNITS)


def year_of(
    facts: RegisterFacts, months: Iterable[str] = MONTHS, phrases: Phrases = DEFAULT_PHRASES
) -> dict[str, Circular]:
    """Draw up each month's circular on the 5th of the next, and issue it except where NOT_ISSUED."""
    made: dict[str, Circular] = {}
    issues: list[Issue] = []
    for month in months:
        on = date.fromisoformat(f"{shift_month(month, 1)}-05")
        circular = build_circular(facts, OFFICE, month, on, POLICIES, issues=tuple(issues), phrases=phrases)
        made[month] = circular
        if month not in NOT_ISSUED:
            issues.append(Issue(month, f"第{len(issues) + 1}期", on, circular, _last_report(facts, on)))
    return made


def _last_report(facts: RegisterFacts, on: date) -> int:
    return max((one.id for task in facts.tasks for one in task.reports if one.reported_on <= on), default=0)


def story() -> dict[str, Circular]:
    """Give the year; the plan is in force from February."""
    return year_of(FACTS, MONTHS[1:])
