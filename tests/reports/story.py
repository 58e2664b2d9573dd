"""One plan with a task in each of the six states at the end of August 2023."""

from __future__ import annotations

from tests.unit.domain.by_hand import (
    day,
    doubt,
    due,
    finish,
    ongoing,
    plan,
    register_facts,
    report,
    shipped_policies,
    target,
    task,
    unit,
    units,
)
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular

OFFICE = OfficeFacts(name="甲市物业提升领导小组办公室", issuer="甲市物业提升领导小组", contact="0951-1234567")
HOUSING, CIVIL, COUNTY_A, COUNTY_B, COUNTIES = 3, 1, 2, 4, 10
UNITS = units(
    unit(CIVIL, "市民政局"),
    unit(COUNTY_A, "甲区政府"),
    unit(HOUSING, "市住建局"),
    unit(COUNTY_B, "乙县政府"),
    unit(COUNTIES, "各县区政府", (COUNTY_A, COUNTY_B)),
)
QUOTAS = (
    target(2, 3, "个", indicator="试点", scope="甲区"),
    target(3, 2, "个", indicator="试点", scope="乙县"),
    target(1, 5, "个", indicator="试点"),
)
OVERDUE = task(
    1,
    leads=(HOUSING,),
    title="出台收费办法。",
    deadlines=(due("2023-06-30", "6月底前"),),
    reports=(
        report(11, "2023-07", 60, unit=HOUSING),
        report(12, "2023-08", 80, unit=HOUSING, problem="听证未完成。", reported_on=day("2023-08-24")),
    ),
)
BEHIND = task(
    2,
    leads=(COUNTIES,),
    responsible=(HOUSING,),
    title="完成试点",
    deadlines=(due("2023-09-30", "9月底前"),),
    targets=QUOTAS,
    doubts=(doubt("总数与分解数待核对"),),
    reports=(report(21, "2023-08", 90, unit=COUNTY_A, values={2: 3.0}, reported_on=day("2023-09-02")),),
)
DONE = task(3, leads=(CIVIL,), events=(finish("2023-08-20"),), deadlines=(due("2023-08-31"),))
AHEAD = task(
    4,
    leads=(CIVIL,),
    deadlines=(due("2023-12-31"),),
    reports=(report(41, "2023-08", 90, unit=CIVIL, note="本月无进展", reported_on=day("2023-08-25")),
             report(40, "2023-07", 90, unit=CIVIL)),
)  # fmt: skip
ON_TRACK = task(
    5,
    leads=(),
    responsible=(CIVIL,),
    deadlines=(due("2023-12-31"),),
    reports=(report(51, "2023-08", 70, unit=CIVIL, note="无进展", reported_on=day("2023-08-25")),
             report(50, "2023-07", 70, unit=CIVIL)),
)  # fmt: skip
OTHER = task(6, leads=(), deadlines=(ongoing(),))
TASKS = (OVERDUE, BEHIND, DONE, AHEAD, ON_TRACK, OTHER)
PLAN = plan(title="甲市物业提升三年行动方案（2021—2023年）", level="市级")
FACTS = register_facts(*TASKS, plans=(PLAN,), known=UNITS)
POLICIES = shipped_policies()


def august(on: str = "2023-09-05") -> Circular:
    return build_circular(FACTS, OFFICE, "2023-08", day(on), POLICIES)
