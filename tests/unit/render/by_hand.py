"""Report lines built by hand, to be varied with `dataclasses.replace`."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.terms import Light, Status
from wuye_cli.reports.board_lines import Board, PlanLine, UnitLine
from wuye_cli.reports.circular_lines import Circular, OverdueRow, ProgressRow, ReportingRow
from wuye_cli.reports.lines import (
    DeadlineLine,
    DoubtLine,
    EventLine,
    MilestoneLine,
    Register,
    ReportLine,
    TargetLine,
    TaskLine,
)

AS_OF = date(2023, 11, 15)

TARGET = TargetLine(
    id=1,
    indicator="物业服务覆盖率",
    op=">=",
    value=80.0,
    value_max=None,
    unit="%",
    by=date(2023, 12, 31),
    scope="兴庆区",
    text="达到80%以上",
    actual=62.5,
    actual_month="2023-10",
    rate=78.125,
    met=False,
)

REPORT = ReportLine(
    unit="市住房和城乡建设局",
    month="2023-10",
    percent=60.0,
    values=(("物业服务覆盖率", 62.5, "%"),),
    note="已完成摸底",
    problem="资金未到位",
    next_step="11月底前拨付",
    reported_on=date(2023, 10, 25),
)

MILESTONE = MilestoneLine(
    code="p1-1",
    plan="p1",
    no="1",
    title="推进物业服务全覆盖",
    lead=("市住房和城乡建设局",),
    on=date(2023, 4, 30),
    text="4月底前，制定年度计划",
    days_overdue=199,
)

TASK = TaskLine(
    code="p1-1",
    plan="p1",
    plan_title="某市物业管理提升行动方案",
    no="1",
    section="（一）补齐短板",
    title="推进“红色物业”全覆盖，健全街道（乡镇）、社区党组织领导下的议事协调机制",
    content="4月底前，制定年度计划；10月底前，覆盖率达到80%以上。",
    requirement="应管尽管",
    level="市级",
    remark="",
    parent=None,
    lead=("市住房和城乡建设局", "市委组织部"),
    responsible=("各县（市）区人民政府",),
    guide=("市发展和改革委员会",),
    reporters=("市住房和城乡建设局", "市委组织部"),
    status=Status.OVERDUE,
    light=Light.RED,
    light_reason="时限2023年10月31日已过15天",
    due=date(2023, 10, 31),
    deadline_text="10月底前",
    deadlines=(DeadlineLine(kind="date", on=date(2023, 10, 31), every=None, text="10月底前"),),
    days_overdue=15,
    percent=60.0,
    expected=100.0,
    behind=40.0,
    last_month="2023-10",
    finished_on=None,
    awaiting_verification=False,
    archived=False,
    note="已完成摸底",
    problem="资金未到位",
    next_step="11月底前拨付",
    targets=(TARGET,),
    milestones=(MILESTONE,),
    doubts=(DoubtLine(field="deadlines", code="deadline-year-unknown", message="时限没有写明年份，请核对。"),),
    reports=(REPORT,),
    events=(EventLine(kind="reopen", on=date(2023, 9, 1), unit=""),),
)

BY_STATUS = (
    (Status.DONE, 3),
    (Status.OVERDUE, 2),
    (Status.AHEAD, 1),
    (Status.ON_TRACK, 9),
    (Status.BEHIND, 4),
    (Status.OTHER, 1),
)
BY_LIGHT = ((Light.RED, 2), (Light.YELLOW, 4), (Light.GREEN, 10), (Light.BLUE, 3), (Light.GREY, 1))

UNIT = UnitLine(unit="市住房和城乡建设局", total=20, by_status=BY_STATUS, by_light=BY_LIGHT, mean_percent=55.25)

PLAN = PlanLine(
    code="p1",
    title="某市物业管理提升行动方案（2023—2025年）",
    document_number="某政办发〔2023〕8号",
    issuer="某市人民政府办公室",
    issued_on=date(2023, 1, 20),
    region="某市",
    level="市",
    year=2023,
    period_start=date(2023, 1, 1),
    period_end=date(2025, 12, 31),
    policy="office",
    archived=False,
    tasks=20,
    by_status=BY_STATUS,
    targets=(TARGET,),
    doubts=(),
)

BOARD = Board(
    as_of=AS_OF,
    total=20,
    awaiting_verification=1,
    by_status=BY_STATUS,
    by_light=BY_LIGHT,
    units=(UNIT,),
    plans=(PLAN,),
    doubts=2,
)

REGISTER = Register(as_of=AS_OF, tasks=(TASK,), milestones=(MILESTONE,))


def _progress(number: int, status: Status, light: Light, title: str) -> ProgressRow:
    return ProgressRow(
        code=f"p1-{number}",
        no=str(number),
        section="",
        title=title,
        content="4月底前，制定年度计划；10月底前，覆盖率达到80%以上。",
        lead="市住房和城乡建设局",
        responsible="各县（市）区人民政府",
        deadline="2023年10月31日",
        percent=62.5 if number % 2 else None,
        expected=66.67,
        change=-3.0 if number % 2 else None,
        status=status,
        light=light,
        note="",
        problem="",
        next_step="",
    )


PROGRESS = (
    _progress(1, Status.DONE, Light.BLUE, "强化物业行业党建引领"),
    _progress(2, Status.OVERDUE, Light.RED, "推进“红色物业”全覆盖，健全街道（乡镇）、社区党组织领导下的议事协调机制"),
    _progress(3, Status.BEHIND, Light.YELLOW, "=1+1 老旧小区改造"),
)

CIRCULAR = Circular(
    title="关于2023年8月份物业管理提升行动进展情况的通报",
    number="第×期（草稿）",
    issuer="某市物业管理领导小组办公室",
    month="2023-08",
    counted_to=date(2023, 8, 31),
    issued_on=date(2023, 9, 5),
    contact="0951-1234567",
    paragraphs=("现将进展情况通报如下。", "一、总体情况", "共有任务3项。", "（一）逾期任务1项，牵头单位要尽快办结。"),
    total=3,
    awaiting_verification=1,
    by_status=((Status.DONE, 1), (Status.OVERDUE, 1), (Status.BEHIND, 1)),
    progress=PROGRESS,
    overdue=tuple(
        OverdueRow(
            code=row.code,
            no=row.no,
            title=row.title,
            lead=row.lead,
            responsible=row.responsible,
            deadline=row.deadline,
            days_overdue=None,
            percent=row.percent,
            expected=row.expected,
            behind=None,
            status=row.status,
            problem="",
            next_step="",
        )
        for row in PROGRESS[1:]
    ),
    targets=(),
    reporting=(ReportingRow("市民政局", 2, 1, date(2023, 8, 24), "部分报送", "p1-2"),),
)
