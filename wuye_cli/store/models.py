"""All tables. SQLModel owns the schema and the writes; reading queries are plain SQL in `queries/`.

Dates are dates, months are `YYYY-MM`, percentages are 0-100 and cumulative. Reports and events are append-only:
the newest of a unit and month counts, so any past day can be shown again. This file goes without
`from __future__ import annotations`, which SQLModel relationships cannot bear.
"""

from datetime import date

from sqlmodel import Field, SQLModel, UniqueConstraint

BLANK = {"server_default": ""}  # of columns that came later: what older rows say there


class Setting(SQLModel, table=True):
    """One word of the office's configuration."""

    key: str = Field(primary_key=True)
    value: str


class Plan(SQLModel, table=True):
    """A document that was issued; its code is p + number."""

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    title: str
    document_number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    region: str = ""
    level: str = ""
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    policy: str = ""  # empty: the office's own
    source_file: str = ""
    source_sha256: str = Field(default="", index=True)
    imported_on: date
    archived_on: date | None = None


class Task(SQLModel, table=True):
    """One task item; `code` is what people type (p1-3, p1-3.2), `position` the printed order."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    parent_id: int | None = Field(default=None, foreign_key="task.id")
    code: str = Field(unique=True)
    position: int
    key: str
    no: str = ""
    section: str = ""
    title: str
    content: str = ""
    requirement: str = ""
    level: str = ""
    remark: str = ""
    source_place: str = ""
    added_on: date
    archived_on: date | None = None


class Unit(SQLModel, table=True):
    """One unit or group phrase; `position` is the official order."""

    __table_args__ = (UniqueConstraint("name", "region"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    kind: str = "unit"
    region: str = ""
    level: str = ""
    position: int


class UnitAlias(SQLModel, table=True):
    """A spelling that means a unit, in one region."""

    __tablename__ = "unit_alias"
    __table_args__ = (UniqueConstraint("name", "region"),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    name: str
    region: str = ""
    until: date | None = None  # a former name: the day on which the unit was renamed


class Contact(SQLModel, table=True):
    """A person to call in a unit; `role` is what the list calls such persons (分管领导, 联络员)."""

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    position: int
    role: str = ""
    name: str
    title: str = ""
    phone: str = ""


class Membership(SQLModel, table=True):
    """One member of a group."""

    __table_args__ = (UniqueConstraint("group_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="unit.id", index=True)
    member_id: int = Field(foreign_key="unit.id")
    position: int


class Imported(SQLModel, table=True):
    """What a document said of a task, or of the plan itself, when it was last imported: `words` by field, as JSON.

    What differs from it in the register was changed by hand. A task that the document no longer holds has none.
    """

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)
    words: str


class Assignment(SQLModel, table=True):
    """What a unit is to a task; `text` is the name as printed."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    role: str
    unit_id: int = Field(foreign_key="unit.id", index=True)
    position: int
    text: str = ""


class Deadline(SQLModel, table=True):
    """One deadline of a task."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    position: int
    kind: str
    due_on: date | None = None
    every: str | None = None
    text: str = ""


class Milestone(SQLModel, table=True):
    """A dated step inside a task's content."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    position: int
    due_on: date
    text: str


class Target(SQLModel, table=True):
    """A number to reach: of a task, or of the plan itself where task_id is null."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)
    position: int
    indicator: str = ""
    op: str
    value: float
    value_max: float | None = None
    unit: str = ""
    by_on: date | None = None
    scope: str = ""
    text: str = ""


class Doubt(SQLModel, table=True):
    """待核: a stored value that carries a problem until a person confirms it."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True)
    field: str
    code: str
    message: str
    place: str = ""
    confirmed_on: date | None = None


class Duty(SQLModel, table=True):
    """What the document asks of one unit for good (责任分工)."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    position: int
    unit: str
    level: str = ""
    text: str


class Phase(SQLModel, table=True):
    """A phase of a plan; `start_on` null where it begins on no printed day."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    position: int
    name: str
    start_on: date | None = None
    end_on: date
    text: str


class Report(SQLModel, table=True):
    """What one unit said of one task for one month."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    month: str
    percent: float | None = None
    note: str = ""
    problem: str = ""
    next_step: str = ""
    reported_on: date
    is_nil: bool = Field(
        default=False, sa_column_kwargs={"server_default": "0"}
    )  # 零报告: no progress this month, said so
    remark: str = Field(default="", sa_column_kwargs=BLANK)  # why a cumulative figure is below last month's
    form_id: int | None = Field(default=None, foreign_key="form.id")  # null: typed in by the office


class ReportValue(SQLModel, table=True):
    """A cumulative amount reported for one target."""

    __tablename__ = "report_value"

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    target_id: int = Field(foreign_key="target.id")
    value: float


class TaskEvent(SQLModel, table=True):
    """What happened to a task on a day; unit_id null means the task as a whole.

    `part` names a milestone (2023-04-30) or a period (2026Q1), empty for the task itself. An extension moves the
    deadline `from_on` to `to_on`; `approver` and `reference` say who allowed or confirmed it, and by which paper.
    """

    __tablename__ = "task_event"

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    kind: str
    happened_on: date
    note: str = ""
    part: str = Field(default="", sa_column_kwargs=BLANK)
    approver: str = Field(default="", sa_column_kwargs=BLANK)
    reference: str = Field(default="", sa_column_kwargs=BLANK)
    from_on: date | None = None
    to_on: date | None = None


class Evidence(SQLModel, table=True):
    """A file that shows what an event says; the file itself lies beside the register under its SHA-256."""

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="task_event.id", index=True)
    name: str
    sha256: str
    size: int


class PeriodRecord(SQLModel, table=True):
    """What a recurring duty asks of one period (2026Q1, 2026-03); once made, never moved."""

    __tablename__ = "period_record"
    __table_args__ = (UniqueConstraint("period", "task_id"),)

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    every: str
    period: str
    due_on: date


class Form(SQLModel, table=True):
    """A monthly form that went out to one unit; `tasks` are the ids of its rows as a JSON list."""

    __table_args__ = (UniqueConstraint("month", "unit_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    month: str
    unit_id: int = Field(foreign_key="unit.id", index=True)
    plan_id: int | None = Field(default=None, foreign_key="plan.id")
    version: int
    tasks: str
    sent_on: date


class CalendarDay(SQLModel, table=True):
    """A day of the statutory calendar that the office added: a holiday, or a working Saturday."""

    __tablename__ = "calendar_day"

    id: int | None = Field(default=None, primary_key=True)
    on: date = Field(unique=True)
    is_working: bool
    name: str = ""


class IssuedCircular(SQLModel, table=True):
    """A circular that was issued; it is never changed or deleted, only superseded by a later version.

    `plan_id` null: it covers all plans. Numbers run per series and year of the day of issue; `last_report` is the
    newest report that was there: later ones are told in the next issue. `program` is the version that made it.
    """

    __tablename__ = "circular"
    __table_args__ = (UniqueConstraint("series", "year", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    month: str = Field(index=True)
    plan_id: int | None = Field(default=None, foreign_key="plan.id")
    series: str
    year: int
    number: int
    number_text: str
    version: int
    supersedes: int | None = Field(default=None, foreign_key="circular.id")
    reason: str = ""
    title: str
    issued_on: date
    last_report: int
    program: str


class CircularFile(SQLModel, table=True):
    """A file of a circular that was issued: the finished workbook, or what it was made from.

    `kind` is workbook, data, policies, template or changes.
    """

    __tablename__ = "circular_file"
    __table_args__ = (UniqueConstraint("circular_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    circular_id: int = Field(foreign_key="circular.id")
    kind: str
    name: str
    sha256: str
    size: int
    content: bytes


class JournalEntry(SQLModel, table=True):
    """One command that changed something; append-only and hash-chained.

    `changes` is a JSON list of {"table", "id", "before", "after"}; `hash` is the SHA-256 of the previous hash and
    this row's canonical JSON; bytes stand in `changes` by their own hash. `effective_on` is the day from which the
    change holds (the as-of day of the command), `recorded_at` the moment it was typed; `undoes` is the id of the entry
    that this one takes back.
    """

    __tablename__ = "journal"

    id: int | None = Field(default=None, primary_key=True)
    recorded_at: str
    who: str
    command: str
    changes: str
    previous_hash: str
    hash: str = Field(unique=True)
    effective_on: date | None = Field(default=None, index=True)
    undoes: int | None = None
