"""The monthly forms out to the units: one workbook and one cover note for each, and what went out is remembered."""

from __future__ import annotations

import json
import re
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wuye_cli.domain.asking import AskedTask, asked_tasks
from wuye_cli.domain.calendar import WorkingCalendar, reporting_day
from wuye_cli.domain.facts import FORM_KEY, OfficeFacts, RegisterFacts
from wuye_cli.domain.months import month_of
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.forms.report_form import cover_note, report_form_bytes
from wuye_cli.forms.report_sheet import form_rows
from wuye_cli.forms.signing import FormIdentity
from wuye_cli.reports.names import UnitNames
from wuye_cli.services.codes import get_plan_code
from wuye_cli.services.known_units import get_unit
from wuye_cli.services.periods import keep_periods
from wuye_cli.services.views import read_spellings
from wuye_cli.store.calendar import load_own_days
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Form, Setting
from wuye_cli.store.reading import Reader, Row, read_register
from wuye_cli.store.writing import write_register

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in names of files: 市住建局/房产局
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sending:
    """The forms of one round before any is written; `new` are the units whose version goes out for the first time.

    `key` signs them; `is_first` tells that it was made just now. `unknown_years`: no working calendar for them.
    """

    month: str
    sent_on: date
    due_on: date
    unknown_years: tuple[int, ...]
    office: OfficeFacts
    key: str
    is_first: bool
    forms: tuple[FormIdentity, ...]
    new: frozenset[int]


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """One form on the disk; `kept`: a file of another content stood there, perhaps filled in, and was left alone."""

    unit: str
    version: int
    tasks: int
    file: str
    is_new: bool
    kept: bool = False


def plan_sending(
    database: Database,
    month: str,
    as_of: date,
    calendar: WorkingCalendar,
    *,
    plan: str | None = None,
    unit: str | None = None,
    rules: UnitRules | None = None,
) -> Sending:
    """Settle which forms go out for a month, to every unit that reports or to one; nothing is written."""
    if month > month_of(as_of):
        raise UsageError(
            "month-in-future", f"{month} 还没有到（当日是 {as_of}）：请改正月份，或用 --as-of 换一个当日。"
        )
    with read_register(database) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        sent, key = reader.rows("forms", month=month), find_key(reader)
        calendar = calendar.with_days(load_own_days(reader))
        only = get_unit(unit, read_spellings(reader), rules) if unit else None
    code = get_plan_code(plan, [one.code for one in facts.plans.values()]) if plan else None
    asked = {
        one: tasks for one, tasks in asked_tasks(facts, office.reporters, as_of, code).items() if only in {None, one}
    }
    if not asked:
        whose = f"“{unit}”" if unit else ""
        raise RefusedError("nothing-to-send", f"{whose}没有要填报的任务，没有生成填报表；用 wuye list 查看任务和单位。")
    plan_id = next((one.id for one in facts.plans.values() if one.code == code), None)
    drafting = _Drafting(facts, office.name, month, as_of, plan_id, sent)
    forms = [drafting.make(one, tasks) for one, tasks in asked.items()]
    due = reporting_day(month, office, calendar)
    return Sending(
        month=month,
        sent_on=as_of,
        due_on=due.on,
        unknown_years=due.unknown_years,
        office=office,
        key=key or secrets.token_hex(32),
        is_first=key is None,
        forms=tuple(form for form, _ in forms),
        new=frozenset(form.unit for form, is_new in forms if is_new),
    )


class _Drafting:
    """Makes the forms of one round."""

    def __init__(  # noqa: PLR0917 - what all forms of a round have in common
        self, facts: RegisterFacts, office: str, month: str, as_of: date, plan: int | None, sent: Sequence[Row]
    ) -> None:
        self._units = facts.units
        self._names = UnitNames(facts.units).by_id
        self._office, self._month, self._as_of, self._plan = office, month, as_of, plan
        self._sent = sent

    def make(self, unit: int, tasks: Sequence[AskedTask]) -> tuple[FormIdentity, bool]:
        """Give a unit's form, and whether its version is new."""
        version, is_new = self._version(unit, tasks)
        rows = (row for task in tasks for row in form_rows(task, self._units[unit], self._month, self._as_of))
        form = FormIdentity(self._office, unit, self._names[unit], self._month, self._plan, version, tuple(rows))
        return form, is_new

    def _version(self, unit: int, tasks: Sequence[AskedTask]) -> tuple[int, bool]:
        """Give a unit's version, and whether it is new: other tasks make another version."""
        sent = [row for row in self._sent if row["unit_id"] == unit]
        last = next((row for row in reversed(sent) if row["plan_id"] == self._plan), None)
        if last is not None and json.loads(last["tasks"]) == [one.task.id for one in tasks]:
            return int(last["version"]), False
        return max((int(row["version"]) for row in sent), default=0) + 1, True


def record_sending(database: Database, sending: Sending, change: Change) -> None:
    """Remember what goes out, before it does: a form without its record could not be taken back."""
    if not (sending.new or sending.is_first):
        return
    with write_register(database, change) as session:
        with read_register(database) as reader:
            keep_periods(session, load_facts(reader), sending.sent_on)
        if sending.is_first:
            session.add(Setting(key=FORM_KEY, value=sending.key))
        session.add_all(
            Form(
                month=one.month,
                unit_id=one.unit,
                plan_id=one.plan,
                version=one.version,
                tasks=_task_list(one),
                sent_on=sending.sent_on,
            )
            for one in sending.forms
            if one.unit in sending.new
        )


def write_forms(
    sending: Sending, folder: Path, *, overwrite: bool = False, progress: Progress = lambda _done, _total: None
) -> tuple[WrittenForm, ...]:
    """Write every form and its cover note into a folder.

    Raises:
        OSError: a file cannot be written; sending again writes the same forms.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, form in zip(_file_names(sending), sending.forms, strict=True):
        path = folder / f"{name}.xlsx"
        content = report_form_bytes(form, sending.key, sending.due_on)
        kept = not overwrite and path.exists() and path.read_bytes() != content
        if not kept:
            _write(path, content)
            note = cover_note(form, sending.office.contact, sending.due_on)
            _write(path.with_suffix(".txt"), note.encode("utf-8"))
        tasks = len({row.task for row in form.rows})
        written.append(WrittenForm(form.unit_name, form.version, tasks, path.name, form.unit in sending.new, kept))
        progress(len(written), len(sending.forms))
    return tuple(written)


def find_key(reader: Reader) -> str | None:
    """Find the key that signs this register's forms; None before the first ones went out."""
    return next((row["value"] for row in reader.rows("settings") if row["key"] == FORM_KEY), None)


def _task_list(form: FormIdentity) -> str:
    return json.dumps(list(dict.fromkeys(row.task for row in form.rows)))


def _file_names(sending: Sending) -> Iterator[str]:
    """Name the files by unit; two units whose names differ only in signs that no file name has are numbered."""
    used: Counter[str] = Counter()
    for form in sending.forms:
        name = f"{UNSAFE.sub('_', form.unit_name).strip('. ')[:80]} {sending.month}"
        used[name.casefold()] += 1
        count = used[name.casefold()]
        yield name if count == 1 else f"{name} ({count})"


def _write(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""
    partial = path.with_name(f".{path.name}.new")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
