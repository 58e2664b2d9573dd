"""Reading: the register, one task, what is overdue or due, the board. Nothing here loads what only writing needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from wuye_cli.domain.facts import OfficeFacts, PlanParts, RegisterFacts
from wuye_cli.domain.plans import begins_on, is_archived
from wuye_cli.domain.policies import Policies
from wuye_cli.errors import RefusedError
from wuye_cli.reports.lines import Register
from wuye_cli.reports.names import UnitNames
from wuye_cli.reports.overdue import build_due, build_overdue
from wuye_cli.reports.register import build_register
from wuye_cli.reports.selection import Selection, select_tasks
from wuye_cli.services.codes import get_plan_code, get_task_code
from wuye_cli.services.known_units import Spelling, get_unit
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office, load_plan_parts
from wuye_cli.store.reading import Reader, read_register

if TYPE_CHECKING:  # loaded only where they are needed
    from wuye_cli.domain.units import UnitRules
    from wuye_cli.reports.board_lines import Board, PlanLine
    from wuye_cli.reports.dashboard import Dashboard
    from wuye_cli.reports.explaining import Explanation
    from wuye_cli.reports.targets import TargetReport

EVERYTHING = Selection()


def read_register_report(
    database: Database, as_of: date, selection: Selection, policies: Policies, *, rules: UnitRules | None = None
) -> Register:
    """Give the tasks that a selection asks for; the plan and the unit are taken as typed."""
    with read_register(database, as_of) as reader:
        facts = load_facts(reader, archived=True)
        register = build_register(facts, load_office(reader), as_of, policies)
        return select_tasks(register, _resolve(selection, facts, reader, rules))


def read_task(database: Database, as_of: date, code: str, policies: Policies) -> Register:
    """Give one task, archived or not, with its milestones and periods."""
    from wuye_cli.services.evidence import mark_evidence  # noqa: PLC0415  a list does without

    with read_register(database, as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
    register = build_register(facts, office, as_of, policies)
    wanted = get_task_code(code, [task.code for task in facts.tasks], _open_plans(facts, as_of))
    tasks = tuple(mark_evidence(database, task) for task in register.tasks if task.code == wanted)
    if not tasks:
        raise RefusedError("not-in-force", f"任务 {wanted} 所在的方案到 {as_of} 还没有印发：请换一个 --as-of 日期。")
    milestones = tuple(line for line in register.milestones if line.code == wanted)
    periods = tuple(line for line in register.periods if line.code == wanted)
    return replace(register, tasks=tasks, milestones=milestones, periods=periods)


def read_explanation(database: Database, as_of: date, code: str, policies: Policies) -> Explanation | None:
    """Say why the light of a task is what it is; `code` is its whole code."""
    from wuye_cli.reports.explaining import explain_task  # noqa: PLC0415  a list does without

    facts, office = _read_facts(database, as_of)
    return explain_task(facts, office, as_of, policies, code)


def read_overdue(database: Database, as_of: date, policies: Policies, selection: Selection = EVERYTHING) -> Register:
    """Give the overdue tasks and the missed milestones."""
    return build_overdue(read_register_report(database, as_of, selection, policies))


def read_due(
    database: Database, as_of: date, within_days: int, policies: Policies, selection: Selection = EVERYTHING
) -> Register:
    """Give what falls due within some days."""
    return build_due(read_register_report(database, as_of, selection, policies), within_days)


def read_board(database: Database, as_of: date, policies: Policies, plan: str | None = None) -> Board:
    """Give the status board of all open plans, or of one."""
    from wuye_cli.reports.board import build_board  # noqa: PLC0415  a list does without

    facts, office = _read_facts(database, as_of)
    facts = _of_plan(facts, plan) if plan else _without_archived_plans(facts, as_of)
    return build_board(build_register(facts, office, as_of, policies), facts)


def read_dashboard(database: Database, as_of: date, policies: Policies, plan: str | None = None) -> Dashboard:
    """Give the overview of all open plans, or of one."""
    from wuye_cli.reports.dashboard import build_dashboard  # noqa: PLC0415  a list does without

    facts, office = _read_facts(database, as_of)
    facts = _of_plan(facts, plan) if plan else _without_archived_plans(facts, as_of)
    return build_dashboard(facts, office, as_of, policies)


def read_plans(database: Database, as_of: date, policies: Policies, archived: bool = False) -> tuple[PlanLine, ...]:
    """Give every plan with its counts."""
    from wuye_cli.reports.board import build_plan_line  # noqa: PLC0415  a list does without

    facts, office = _read_facts(database, as_of)
    register = build_register(facts, office, as_of, policies)
    lines = (build_plan_line(plan, register) for plan in facts.plans.values())
    return tuple(line for line in lines if archived or not line.archived)


def read_targets(
    database: Database, as_of: date, policies: Policies, *, task: str | None = None, plan: str | None = None
) -> TargetReport:
    """Give every target, or those of one plan with its tasks, or of one task."""
    from wuye_cli.reports.targets import build_target_report  # noqa: PLC0415  a list does without

    facts, office = _read_facts(database, as_of)
    owner = get_plan_code(plan, [one.code for one in facts.plans.values()]) if plan else None
    if task:
        owner = get_task_code(task, [one.code for one in facts.tasks], [owner] if owner else _open_plans(facts, as_of))
    return build_target_report(facts, office, build_register(facts, office, as_of, policies), policies, owner)


def read_coming_plans(database: Database, as_of: date) -> tuple[date, ...]:
    """Give the days from which those plans are in force that were not yet on a day, the first one first."""
    with read_register(database, as_of) as reader:
        plans = load_facts(reader).plans.values()
    return tuple(sorted(begin for begin in map(begins_on, plans) if begin is not None and begin > as_of))


def read_plan(database: Database, as_of: date, code: str, policies: Policies) -> PlanLine:
    """Give one plan, archived or not."""
    lines = {line.code: line for line in read_plans(database, as_of, policies, archived=True)}
    return lines[get_plan_code(code, lines)]


def read_plan_parts(database: Database, as_of: date, code: str) -> PlanParts:
    """Give the phases and standing duties that one plan prints."""
    with read_register(database, as_of) as reader:
        return load_plan_parts(reader, code)


def _read_facts(database: Database, as_of: date) -> tuple[RegisterFacts, OfficeFacts]:
    with read_register(database, as_of) as reader:
        return load_facts(reader, archived=True), load_office(reader)


def _resolve(selection: Selection, facts: RegisterFacts, reader: Reader, rules: UnitRules | None) -> Selection:
    """Put the register's own words in the place of what was typed."""
    plan, unit = selection.plan, selection.unit
    if plan is not None:
        plan = get_plan_code(plan, [one.code for one in facts.plans.values()])
    if unit is not None:
        unit = UnitNames(facts.units).by_id[get_unit(unit, read_spellings(reader), rules)]
    return replace(selection, plan=plan, unit=unit)


def read_spellings(reader: Reader) -> tuple[Spelling, ...]:
    """Give every name of every unit."""
    own = (Spelling(row["id"], row["name"], row["region"]) for row in reader.rows("units"))
    others = (Spelling(row["unit_id"], row["name"], row["region"]) for row in reader.rows("unit_aliases"))
    return (*own, *others)


def _open_plans(facts: RegisterFacts, as_of: date) -> list[str]:
    return [plan.code for plan in facts.plans.values() if not is_archived(plan.archived_on, as_of)]


def _without_archived_plans(facts: RegisterFacts, as_of: date) -> RegisterFacts:
    plans = {key: plan for key, plan in facts.plans.items() if not is_archived(plan.archived_on, as_of)}
    return replace(facts, plans=plans)


def _of_plan(facts: RegisterFacts, plan: str) -> RegisterFacts:
    code = get_plan_code(plan, [one.code for one in facts.plans.values()])
    return replace(facts, plans={key: one for key, one in facts.plans.items() if one.code == code})
