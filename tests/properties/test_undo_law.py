"""Two laws of history, over offices that do anything at all.

Whatever was done, taken back to the start, leaves the rows as they were. And whatever was edited since, a look at an
earlier day shows what was seen on that day.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from tests.services.conftest import draft_of, draft_task
from wuye_cli.cli.vocabulary import load_unit_rules
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.history import last_commands
from wuye_cli.domain.policies import Policies, parse_policies
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import WuyeError
from wuye_cli.importing.draft import DraftMilestone, DraftTarget, Problem
from wuye_cli.resources import data_path
from wuye_cli.services.closing import cancel_task, finish_task, reopen_task, return_task, verify_task
from wuye_cli.services.closing_case import Step
from wuye_cli.services.extending import extend_task
from wuye_cli.services.importing import store_draft
from wuye_cli.services.office import change_office, init_office
from wuye_cli.services.plans import archive_plan, edit_plan
from wuye_cli.services.progress import ReportInput, record_report
from wuye_cli.services.tasks import add_task, archive_task, confirm_task, edit_task
from wuye_cli.services.unit_merging import merge_units
from wuye_cli.services.units import add_alias, order_units, rename_unit, set_group
from wuye_cli.store.checking import find_faults
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts
from wuye_cli.store.history import read_entries
from wuye_cli.store.journal import Change
from wuye_cli.store.reading import read_register
from wuye_cli.store.undoing import undo_entries

DAY = date(2023, 8, 31)
CHANGE = Change("张三", datetime(2023, 8, 31, 9, 0, tzinfo=UTC), "wuye test", DAY)
OF_THE_START = 2  # entries that init makes
UNITS = ("市民政局", "市住建局", "市公安局", "各县（市）区人民政府", "兴庆区人民政府", "物业协会")
TITLES = ("摸清底数", "公开收费", "整治飞线")
TASKS = ("p1-1", "p1-2", "p1-3", "p2-1")

TaskLook = tuple[object, ...]
names = st.sampled_from(UNITS)
new_names = st.sampled_from((*UNITS, "市城管局", "物管协会"))
unit_lists = st.lists(names, max_size=2, unique=True).map("、".join)
tasks = st.sampled_from(TASKS)
days = st.dates(date(2023, 1, 1), date(2024, 6, 30))
draft_tasks = st.lists(
    st.builds(
        draft_task,
        st.just(""),
        st.sampled_from(TITLES),
        unit_lists,
        unit_lists,
        st.none() | days,
        targets=st.just(()) | st.just((DraftTarget("覆盖率", ">=", 80, "%", text="达到80%"),)),
        milestones=st.just(()) | st.just((DraftMilestone(date(2023, 4, 30), "4月底前定计划"),)),
        problems=st.just(()) | st.just((Problem("deadline-missing", "deadlines", "没有读到完成时限"),)),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda task: task.title,
)


@cache
def rules() -> UnitRules:
    return load_unit_rules()


@cache
def policies() -> Policies:
    return parse_policies(data_path("policies.toml").read_text("utf-8"))


@cache
def empty_register() -> Path:
    path = Path(tempfile.mkdtemp()) / "台账.db"
    init_office(Database(path), OfficeFacts(name="专班办公室", region="银川市"), CHANGE, policies=policies())
    return path


def rows_of(database: Database) -> list[str]:
    """Every row of every table but the journal."""
    with closing(sqlite3.connect(database.path)) as connection:
        return sorted(line for line in connection.iterdump() if not line.startswith('INSERT INTO "journal"'))


class Office(RuleBasedStateMachine):
    """An office that does anything at all; what is refused must change nothing."""

    may_undo = True

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.database = Database(Path(self._folder.name) / "台账.db")
        shutil.copy(empty_register(), self.database.path)
        self.start = rows_of(self.database)
        self.day = DAY

    @property
    def change(self) -> Change:
        """A change that holds from today on."""
        return replace(CHANGE, on=self.day)

    def do(self, command: Callable[[], object]) -> None:
        before = rows_of(self.database)
        try:
            command()
        except WuyeError:
            assert rows_of(self.database) == before

    @rule(items=draft_tasks, title=st.sampled_from(("甲方案", "乙方案")), sha256=st.integers(0, 9).map(str))
    def imports(self, items: list[object], title: str, sha256: str) -> None:
        draft = draft_of(*items, title=title, sha256=sha256)  # type: ignore[arg-type]
        self.do(lambda: store_draft(self.database, draft, self.change, self.day, rules=rules()))

    @rule(title=st.sampled_from(TITLES), lead=unit_lists, day=days)
    def adds_a_task(self, title: str, lead: str, day: date) -> None:
        values = {"title": title, "lead": lead, "deadline": str(day)}
        self.do(lambda: add_task(self.database, "p1", values, self.change, self.day, rules=rules()))

    @rule(task=tasks, lead=unit_lists, day=days, remark=st.sampled_from(("", "改")))
    def edits_a_task(self, task: str, lead: str, day: date, remark: str) -> None:
        values = {"lead": lead, "deadline": str(day), "remark": remark}
        self.do(lambda: edit_task(self.database, task, values, self.change, self.day, rules=rules()))

    @rule(task=tasks)
    def confirms_a_task(self, task: str) -> None:
        self.do(lambda: confirm_task(self.database, task, self.change, self.day))

    @rule(task=tasks)
    def archives_a_task(self, task: str) -> None:
        self.do(lambda: archive_task(self.database, task, self.change, self.day))

    @rule(day=days)
    def edits_a_plan(self, day: date) -> None:
        values = {"issued_on": str(day)}
        self.do(lambda: edit_plan(self.database, "p1", values, self.change, self.day, policies=policies()))

    @rule()
    def archives_a_plan(self) -> None:
        self.do(lambda: archive_plan(self.database, "p2", self.change, self.day))

    @rule(unit=names, alias=new_names)
    def adds_an_alias(self, unit: str, alias: str) -> None:
        self.do(lambda: add_alias(self.database, unit, alias, self.change, rules=rules()))

    @rule(kept=names, gone=names)
    def merges_units(self, kept: str, gone: str) -> None:
        self.do(lambda: merge_units(self.database, kept, gone, self.change, rules=rules()))

    @rule(unit=names, name=new_names)
    def renames_a_unit(self, unit: str, name: str) -> None:
        self.do(lambda: rename_unit(self.database, unit, name, self.change, self.day, rules=rules()))

    @rule(units=st.lists(names, min_size=1, max_size=3))
    def orders_units(self, units: list[str]) -> None:
        self.do(lambda: order_units(self.database, units, self.change, rules=rules()))

    @rule(group=names, members=st.lists(new_names, min_size=1, max_size=3))
    def lists_members(self, group: str, members: list[str]) -> None:
        self.do(lambda: set_group(self.database, group, members, self.change, rules=rules()))

    @rule(task=tasks, unit=names, percent=st.integers(0, 100), month=st.sampled_from(("2023-07", "2023-08")))
    def reports(self, task: str, unit: str, percent: int, month: str) -> None:
        report = ReportInput(unit, month, percent, note="按计划")
        self.do(lambda: record_report(self.database, task, report, self.change, DAY, rules=rules()))

    @rule(task=tasks, step=st.sampled_from((finish_task, verify_task, return_task, reopen_task, cancel_task)))
    def closes_a_task(self, task: str, step: Callable[..., object]) -> None:
        what = Step(task, DAY, DAY, note="有原因", approver="李主任")
        self.do(lambda: step(self.database, what, self.change))

    @rule(task=tasks, to=days)
    def extends_a_task(self, task: str, to: date) -> None:
        what = Step(task, DAY, DAY, note="汛期", approver="李主任", reference="会议纪要3号")
        self.do(lambda: extend_task(self.database, what, to, self.change, late=True))

    @rule(day=st.integers(1, 28).map(str))
    def changes_the_office(self, day: str) -> None:
        self.do(lambda: change_office(self.database, {"reporting_day": day}, self.change, policies=policies()))

    @precondition(lambda self: self.may_undo)
    @rule(back=st.integers(0, 5))
    def undoes_or_redoes(self, back: int) -> None:
        with read_register(self.database) as reader:
            number = max(OF_THE_START + 1, reader.rows("journal")[-1]["id"] - back)
        self.do(lambda: undo_entries(self.database, [number], self.change))

    def teardown(self) -> None:
        assert find_faults(self.database) == ()
        with read_register(self.database) as reader:
            commands = last_commands(read_entries(reader), 10_000)
        numbers = [number for command in commands for number in command if number > OF_THE_START]
        if numbers:
            undo_entries(self.database, numbers, replace(self.change, command="wuye undo"))
        assert rows_of(self.database) == self.start
        assert find_faults(self.database) == ()
        self._folder.cleanup()


class Watched(Office):
    """The same office, one command a day, and what its tasks looked like at the end of each day."""

    may_undo = False  # what was taken back was never made, on any day

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[date, list[TaskLook]] = {}

    def do(self, command: Callable[[], object]) -> None:
        super().do(command)
        self.seen[self.day] = looks(self.database, None)
        self.day += timedelta(days=1)

    def teardown(self) -> None:
        for day, then in self.seen.items():
            codes = {look[0] for look in then}
            assert [look for look in looks(self.database, day) if look[0] in codes] == then
        super().teardown()


def looks(database: Database, as_of: date | None) -> list[TaskLook]:
    """What can be edited of every task: its words, its units by name, its days, what is doubtful."""
    with read_register(database, as_of) as reader:
        facts = load_facts(reader, archived=True)
    names = {key: unit.name for key, unit in facts.units.items()}  # a namesake of a later day adds a region in print
    return [
        (
            task.code,
            (task.title, task.remark, task.archived_on, facts.plans[task.plan].issued_on),
            [[names[unit] for unit in units] for units in (task.leads, task.responsible)],
            (task.deadlines, task.milestones, task.doubts),
            [(target.indicator, target.by) for target in task.targets],
        )
        for task in facts.tasks
    ]


def run(machine: type[Office], runs: int, steps: int) -> None:
    run_state_machine_as_test(machine, settings=settings(max_examples=runs, stateful_step_count=steps, deadline=None))


def test_whatever_was_done_can_be_undone_to_the_start() -> None:
    run(Office, 15, 12)


def test_a_look_at_an_earlier_day_shows_what_was_seen_on_it() -> None:
    run(Watched, 15, 12)


@pytest.mark.slow
@pytest.mark.parametrize(("machine", "runs"), [(Office, 200), (Watched, 60)])
def test_the_laws_of_history_hold_at_length(machine: type[Office], runs: int) -> None:
    run(machine, runs, 16)
