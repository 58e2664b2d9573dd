"""What a returned form is held against: the register as it stands when the forms are collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wuye_cli.domain.asking import asked_tasks
from wuye_cli.domain.facts import OfficeFacts, RegisterFacts, TaskFacts
from wuye_cli.domain.months import month_of
from wuye_cli.domain.plans import is_archived
from wuye_cli.domain.units import UnitRules
from wuye_cli.errors import RefusedError, UsageError
from wuye_cli.forms.report_sheet import FormRow, form_rows
from wuye_cli.forms.signing import FormIdentity
from wuye_cli.reports.names import UnitNames
from wuye_cli.services.known_units import Spelling, get_unit
from wuye_cli.services.sending import find_key
from wuye_cli.services.views import read_spellings
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import Row, read_register


@dataclass(frozen=True, slots=True)
class FormRound:
    """The round of a month: what the register knows, the forms that went out, and the key that signs them.

    `month` is the one whose forms are collected; `on` the day on which they are received.
    """

    month: str
    on: date
    key: str
    facts: RegisterFacts
    office: OfficeFacts
    names: UnitNames
    sent: tuple[Row, ...]
    spellings: tuple[Spelling, ...]
    rules: UnitRules | None
    tasks: Mapping[int, TaskFacts]  # those that are not put away
    stored: Mapping[tuple[int, str], int]  # how many reports there are by unit and month

    def unit(self, text: str) -> int:
        """Find the unit that a form names; RefusedError where none or several may be meant."""
        return get_unit(text, self.spellings, self.rules)

    def rows_of(self, unit: int) -> tuple[FormRow, ...]:
        """Give the rows that a form for a unit would have today."""
        asked = asked_tasks(self.facts, self.office.reporters, self.on).get(unit, ())
        return tuple(row for one in asked for row in form_rows(one, self.facts.units[unit], self.month, self.on))

    def records_of(self, form: FormIdentity) -> dict[int, int]:
        """Give the records of what went out to a form's unit for its month: the id by version."""
        key = (form.month, form.unit, form.plan)
        same = (one for one in self.sent if (one["month"], one["unit_id"], one["plan_id"]) == key)
        return {int(one["version"]): int(one["id"]) for one in same}


def open_round(
    database: Database, as_of: date, month: str | None = None, *, on: date | None = None, rules: UnitRules | None = None
) -> FormRound:
    """Look at the register; without a month the last one is meant for which forms went out."""
    if on is not None and on > as_of:
        raise UsageError("date-in-future", f"日期 {on} 晚于当日（{as_of}）：请改正 --on，或用 --as-of 换一个当日。")
    with read_register(database) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
        sent, key = reader.rows("forms", month=None), find_key(reader)
        spellings = read_spellings(reader)
    months = [row["month"] for row in sent if row["month"] <= month_of(as_of)]
    if key is None or not months:
        raise RefusedError("nothing-sent", f"到 {as_of} 还没有发过填报表：请先用 wuye form send 月份 -o 文件夹 发出。")
    return FormRound(
        month=month or max(months),
        on=on or as_of,
        key=key,
        facts=facts,
        office=office,
        names=UnitNames(facts.units),
        sent=tuple(sent),
        spellings=tuple(spellings),
        rules=rules,
        stored=Counter((one.unit, one.month) for task in facts.tasks for one in task.reports),
        tasks={task.id: task for task in facts.tasks if not is_archived(task.archived_on, as_of)},
    )
