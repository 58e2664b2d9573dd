"""A small register for tests: a city, its districts, one plan and four tasks that show every kind of row."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlmodel import Session, SQLModel

from wuye_cli.store.creating import create_register
from wuye_cli.store.database import Database
from wuye_cli.store.journal import Change
from wuye_cli.store.models import (
    Assignment,
    Deadline,
    Doubt,
    Duty,
    IssuedCircular,
    Membership,
    Milestone,
    Plan,
    Report,
    ReportValue,
    Setting,
    Target,
    Task,
    TaskEvent,
    Unit,
    UnitAlias,
)
from wuye_cli.store.writing import write_register

CHANGE = Change("李雯", datetime(2023, 9, 1, 9, 30, tzinfo=UTC), "sample")
YEAR_END = date(2023, 12, 31)

HOUSING, CIVIL, DISTRICTS, EAST, WEST = 1, 2, 3, 4, 5  # ids of units
RECTIFY, COVERAGE, INSPECT, LEDGER = 1, 2, 3, 4  # ids of tasks


def sample_register(path: Path) -> Database:
    """Make a register at `path`: task 1 is finished, task 2 led by a group with one silent member, 4 hangs below 1."""
    database = Database(path)
    create_register(database, CHANGE)
    with write_register(database, CHANGE) as session:
        _store(session, *_office(), *_units())
        _store(session, UnitAlias(id=1, unit_id=HOUSING, name="市住建局", region="安平市"), *_members(), _plan())
        _store(session, *_tasks())
        _store(session, *_duties(), *_assignments(), *_deadlines(), *_targets(), *_reports(), *_events())
        _store(session, ReportValue(id=1, report_id=3, target_id=1, value=72))
    return database


def issued() -> IssuedCircular:
    """August's circular, the first of its series."""
    return IssuedCircular(
        id=1,
        month="2023-08",
        plan_id=1,
        series="p1",
        year=2023,
        number=1,
        number_text="第1期",
        version=1,
        title="八月通报",
        issued_on=date(2023, 9, 5),
        last_report=3,
        program="1.0",
    )


def _store(session: Session, *rows: SQLModel) -> None:
    session.add_all(rows)
    session.flush()


def _office() -> tuple[SQLModel, ...]:
    settings = {"name": "安平市物业领导小组办公室", "region": "安平市", "level": "市", "reporting_day": "20"}
    return tuple(Setting(key=key, value=value) for key, value in settings.items())


def _units() -> tuple[SQLModel, ...]:
    return (
        Unit(id=HOUSING, name="市住房和城乡建设局", region="安平市", level="市", position=1),
        Unit(id=CIVIL, name="市民政局", region="安平市", level="市", position=2),
        Unit(id=DISTRICTS, name="各区人民政府", kind="group", region="安平市", level="区", position=3),
        Unit(id=EAST, name="东城区人民政府", region="安平市", level="区", position=4),
        Unit(id=WEST, name="西城区人民政府", region="安平市", level="区", position=5),
    )


def _members() -> tuple[SQLModel, ...]:
    return (
        Membership(id=1, group_id=DISTRICTS, member_id=EAST, position=1),
        Membership(id=2, group_id=DISTRICTS, member_id=WEST, position=2),
    )


def _plan() -> Plan:
    return Plan(
        id=1,
        number=1,
        title="安平市住宅小区物业服务质量提升行动方案",
        document_number="安物组发〔2023〕1号",
        issuer="安平市物业领导小组",
        issued_on=date(2023, 1, 10),
        region="安平市",
        level="市",
        year=2023,
        period_start=date(2023, 1, 1),
        period_end=YEAR_END,
        source_file="方案.txt",
        imported_on=date(2023, 1, 12),
    )


def _task(number: int, title: str, content: str, parent: int | None = None) -> Task:
    return Task(
        id=number,
        plan_id=1,
        parent_id=parent,
        code=f"p1-{number}",
        position=number,
        key=f"市|{title}|1",
        no=str(number),
        section="一、重点任务",
        title=title,
        content=content,
        level="市",
        added_on=date(2023, 1, 12),
    )


def _tasks() -> tuple[SQLModel, ...]:
    return (
        _task(RECTIFY, "整治公共收益管理", "4月底前，制定年度计划；6月底前完成清查。"),
        _task(COVERAGE, "提高业主委员会组建率", "年底组建率达到80%以上。"),
        _task(INSPECT, "开展联合检查", "每季度检查一次，长期坚持。"),
        _task(LEDGER, "建立问题台账", "收到线索即登记。", parent=RECTIFY),
    )


def _duties() -> tuple[SQLModel, ...]:
    return (
        Duty(id=1, plan_id=1, position=1, unit="市民政局", level="市", text="指导居民委员会工作。"),
        Doubt(id=1, plan_id=1, field="period", code="period-unknown", message="没有印出实施期限"),
        Doubt(id=2, plan_id=1, task_id=LEDGER, field="deadlines", code="deadline-missing", message="没有读到完成时限"),
        Doubt(id=3, plan_id=1, task_id=RECTIFY, field="lead", code="unit", message="?", confirmed_on=date(2023, 2, 1)),
    )


def _assignments() -> tuple[SQLModel, ...]:
    roles = (
        (RECTIFY, "lead", HOUSING),
        (RECTIFY, "responsible", DISTRICTS),
        (COVERAGE, "lead", DISTRICTS),
        (COVERAGE, "guide", CIVIL),
        (INSPECT, "lead", CIVIL),
        (INSPECT, "lead", HOUSING),
        (LEDGER, "responsible", HOUSING),
    )
    return tuple(
        Assignment(id=number, task_id=task, role=role, unit_id=unit, position=number)
        for number, (task, role, unit) in enumerate(roles, 1)
    )


def _deadlines() -> tuple[SQLModel, ...]:
    return (
        Deadline(id=1, task_id=RECTIFY, position=1, kind="date", due_on=date(2023, 6, 30), text="6月底前"),
        Deadline(id=2, task_id=COVERAGE, position=1, kind="date", due_on=YEAR_END, text="12月底前"),
        Deadline(id=3, task_id=INSPECT, position=1, kind="recurring", every="quarter", text="每季度"),
        Deadline(id=4, task_id=INSPECT, position=2, kind="ongoing", text="长期坚持"),
        Milestone(id=1, task_id=RECTIFY, position=1, due_on=date(2023, 4, 30), text="4月底前，制定年度计划"),
    )


def _targets() -> tuple[SQLModel, ...]:
    rate = Target(
        id=1, plan_id=1, task_id=COVERAGE, position=1, indicator="业主委员会组建率", op=">=", value=80, unit="%"
    )
    quota = Target(id=2, plan_id=1, position=1, indicator="示范小区", op=">=", value=9, unit="个", scope="东城区")
    rate.by_on, rate.text, quota.text = YEAR_END, "达到80%以上", "9个"
    return rate, quota


def _reports() -> tuple[SQLModel, ...]:
    told = (
        (RECTIFY, HOUSING, "2023-05", 60.0, date(2023, 5, 20)),
        (COVERAGE, EAST, "2023-08", 65.0, date(2023, 8, 19)),
        (COVERAGE, EAST, "2023-08", 70.0, date(2023, 8, 21)),  # sent again: the later one counts
    )
    return tuple(
        Report(id=number, task_id=task, unit_id=unit, month=month, percent=percent, reported_on=day, note="按计划推进")
        for number, (task, unit, month, percent, day) in enumerate(told, 1)
    )


def _events() -> tuple[SQLModel, ...]:
    return (TaskEvent(id=1, task_id=RECTIFY, kind="finish", happened_on=date(2023, 6, 20), note="已验收"),)
