"""Two entries of the register that are one unit: everything of one moves to the other, whose spelling it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError
from wuye_cli.services.rows import get_unit_row
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import (
    Assignment,
    Contact,
    Form,
    Membership,
    Report,
    ReportValue,
    Task,
    TaskEvent,
    Unit,
    UnitAlias,
)
from wuye_cli.store.writing import write_register

Owned = TypeVar("Owned", Contact, Report, TaskEvent, UnitAlias)
Said = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What has moved from `gone` to `kept`."""

    kept: str
    gone: str
    tasks: int
    reports: int


def merge_units(
    database: Database, kept: str, gone: str, change: Change, *, rules: UnitRules | None = None, dry_run: bool = False
) -> MergeOutcome:
    """Move all that hangs on one unit, its reports, forms and spellings among it, to another; it is then gone.

    Raises:
        RefusedError: both have reported the same task for the same month, and not the same; or one is a group.
    """
    with write_register(database, change, dry_run=dry_run) as session:
        return _Merge(session, get_unit_row(session, kept, rules), get_unit_row(session, gone, rules)).run()


class _Merge:
    """One unit on its way into another."""

    def __init__(self, session: Session, kept: Unit, gone: Unit) -> None:
        self._session = session
        self._kept = kept
        self._gone = gone
        self._into = identity(kept.id)
        self._from = identity(gone.id)

    def run(self) -> MergeOutcome:
        """Check, move, take the empty entry away."""
        self._check_kinds()
        self._check_reports()
        tasks = self._move_assignments()
        reports = self._move(find_rows(self._session, Report, unit_id=self._from))
        self._move(find_rows(self._session, TaskEvent, unit_id=self._from))
        self._move(find_rows(self._session, UnitAlias, unit_id=self._from))
        self._move(find_rows(self._session, Contact, unit_id=self._from))
        self._move_forms()
        self._move_memberships()
        self._session.flush()
        self._session.delete(self._gone)
        self._session.flush()
        if not find_rows(self._session, UnitAlias, name=self._gone.name, region=self._gone.region):
            self._session.add(UnitAlias(unit_id=self._into, name=self._gone.name, region=self._gone.region))
        return MergeOutcome(self._kept.name, self._gone.name, tasks, reports)

    def _check_kinds(self) -> None:
        if self._into == self._from:
            raise RefusedError("same-unit", f"两个名称都指“{self._kept.name}”，本来就是一个单位，没有改动。")
        if self._kept.kind != self._gone.kind:
            raise RefusedError(
                "unlike-units",
                f"“{self._kept.name}”与“{self._gone.name}”一个是单位、一个是单位组，不能合并："
                "单位组的成员请用 wuye unit group 写明。",
            )

    def _check_reports(self) -> None:
        mine, theirs = self._newest_reports(self._into), self._newest_reports(self._from)
        codes = {row.id: row.code for row in find_rows(self._session, Task)}
        unlike = [key for key in mine if key in theirs and self._says(mine[key]) != self._says(theirs[key])]
        if unlike:
            places = "、".join(f"{codes[task]} 的 {month}" for task, month in unlike)
            raise RefusedError(
                "reports-differ",
                f"两个单位填报过同一任务、同一月份而内容不同（{places}），没有合并："
                f"请先用 wuye update 以“{self._gone.name}”的名义改填，使两份一致。",
            )

    def _newest_reports(self, unit: int) -> dict[tuple[int, str], Report]:
        return {(row.task_id, row.month): row for row in find_rows(self._session, Report, unit_id=unit)}

    def _says(self, report: Report) -> Said:
        values = find_rows(self._session, ReportValue, report_id=report.id)
        amounts = tuple(sorted((one.target_id, one.value) for one in values))
        return (report.percent, report.note, report.problem, report.next_step, amounts)

    def _move_assignments(self) -> int:
        """Give each task of one to the other, unless it has the same part in it already."""
        own = {(row.task_id, row.role) for row in find_rows(self._session, Assignment, unit_id=self._into)}
        rows = find_rows(self._session, Assignment, unit_id=self._from)
        for row in rows:
            if (row.task_id, row.role) in own:
                self._session.delete(row)
            else:
                row.unit_id = self._into
        return len({row.task_id for row in rows})

    def _move(self, rows: Iterable[Owned]) -> int:
        moved = list(rows)
        for row in moved:
            row.unit_id = self._into
        return len(moved)

    def _move_forms(self) -> None:
        """Hand over the forms that went out; beside the other's own of the same month they count as older ones."""
        own = find_rows(self._session, Form, unit_id=self._into)
        oldest = {row.month: row.version for row in sorted(own, key=lambda row: row.version, reverse=True)}
        for row in reversed(find_rows(self._session, Form, unit_id=self._from)):
            if row.month in oldest:
                oldest[row.month] -= 1
                row.version = oldest[row.month]
            row.unit_id = self._into

    def _move_memberships(self) -> None:
        """Put one in the place of the other in every group; no group holds a unit twice, or itself."""
        session, gone = self._session, self._from
        rows = [*find_rows(session, Membership, member_id=gone), *find_rows(session, Membership, group_id=gone)]
        taken = {(row.group_id, row.member_id) for row in find_rows(session, Membership) if row not in rows}
        for row in rows:
            pair = (self._moved(row.group_id), self._moved(row.member_id))
            if pair in taken or pair[0] == pair[1]:
                session.delete(row)
            else:
                row.group_id, row.member_id = pair
                taken.add(pair)

    def _moved(self, unit: int) -> int:
        return self._into if unit == self._from else unit
