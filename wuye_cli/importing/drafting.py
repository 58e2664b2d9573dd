"""From raw cells to draft tasks: every field is parsed here, once, whichever recogniser found it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.importing.dittos import fill_dittos
from wuye_cli.importing.draft import DraftMilestone, DraftPlan, DraftTarget, DraftTask, DraftUnits, Period, Problem
from wuye_cli.importing.fields.deadline_words import is_dated_steps, is_deadline
from wuye_cli.importing.fields.deadlines import DeadlineReading, parse_deadlines
from wuye_cli.importing.fields.due_words import find_deadlines, find_milestones
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.fields.progress_words import read_report
from wuye_cli.importing.fields.repeated_targets import merge_repeats
from wuye_cli.importing.fields.targets import TargetReading, read_targets
from wuye_cli.importing.fields.unit_lists import cut_convention
from wuye_cli.importing.fields.units import InlineUnits, find_inline_units, find_roles, read_units
from wuye_cli.importing.recognisers.claim import Claim, RawTask
from wuye_cli.importing.recognisers.table.cell_shape import NOBODY

FIELDS = dict.fromkeys(("target", "yearly", "indicator", "measure"), "targets") | {"deadline": "deadlines"}
NO_WORDS = "只读出了单位、时限等栏，没有读出任务的名称和内容（或只有数字），请核对原文后补录。"
NO_NAME = re.compile(r"[\W\d_]*(?:以[上下内]|左右)?")  # 7以上   550   blank
ROLES_UNREAD = "单位栏里写有“牵头”，但没有读出谁牵头、谁配合，请核对。"
CLAUSE_END = re.compile("[，,。；;：:]")
TOO_GENERAL = frozenset({"小区", "项目", "企业", "单位", "社区", "街道", "学校", "点位", "场所"})


@dataclass(frozen=True, slots=True)
class DraftContext:
    """What the document says about all its tasks.

    `year` is that of title, document number or issue date; `first_leads` where the document states that the first
    unit named leads (列第一位的为牵头单位); `header_dates` decide digits that lost their 年 and 月.
    """

    year: int | None = None
    period: Period | None = None
    issued_on: date | None = None
    header_dates: tuple[date, ...] = ()
    first_leads: bool = False


def build_tasks(
    claims: Iterable[Claim], plan: DraftPlan, *, header_dates: tuple[date, ...] = (), first_leads: bool = False
) -> tuple[DraftTask, ...]:
    """Parse the fields of all tasks that were claimed and give each its key."""
    context = DraftContext(plan.year, plan.period, plan.issued_on, header_dates, first_leads)
    raws = [(_ask_about_words(raw), claim.recogniser) for claim in claims for raw in fill_dittos(claim.tasks)]
    return assign_keys([build_task(raw, context, recogniser) for raw, recogniser in raws])


def build_task(raw: RawTask, context: DraftContext, recogniser: str = "") -> DraftTask:
    """Parse the fields of one task, claimed by a recogniser; what is not certain becomes a problem with its place."""
    raw = _find_roles(raw, context.first_leads)
    lead, responsible, guide = (_read_role(raw, role) for role in ("lead", "responsible", "guide"))
    deadlines = _read_deadlines(raw, context)
    targets = _read_targets(raw, context)
    problems = (*raw.problems, *lead[1], *responsible[1], *guide[1], *deadlines.problems, *targets.problems)
    return DraftTask(
        key=_key(raw),
        no=raw.no,
        section=raw.section,
        title=raw.title,
        content=raw.content,
        requirement="\n".join(_read_wanted(raw, has_target=bool(targets.targets))),
        level=raw.level,
        remark=raw.remark,
        lead=lead[0],
        responsible=responsible[0],
        guide=guide[0],
        deadlines=deadlines.deadlines,
        milestones=_read_milestones(raw, context, targets.targets),
        targets=targets.targets,
        report=read_report(raw.progress, raw.problem, raw.next_step),
        source=raw.source,
        problems=tuple(_place(problem, raw) for problem in problems),
        recogniser=recogniser,
    )


def assign_keys(tasks: Sequence[DraftTask]) -> tuple[DraftTask, ...]:
    """Give each task its key, by which a later version of the document finds it again: level, title, ordinal."""
    seen: Counter[str] = Counter()
    keyed = []
    for task in tasks:
        seen[_key(task)] += 1
        key = _key(task, seen[_key(task)])
        keyed.append(task if task.key == key else replace(task, key=key))
    return tuple(keyed)


def _key(task: RawTask | DraftTask, ordinal: int = 1) -> str:
    return f"{task.level}|{task.title or task.content[:40]}|{ordinal}"


def _place(problem: Problem, raw: RawTask) -> Problem:
    """Say where a problem is and name what it is about as the draft does: a recogniser may name the column."""
    return replace(problem, field=FIELDS.get(problem.field, problem.field), at=problem.at or raw.source)


def _words(raw: RawTask) -> str:
    """The task's own words; a title that only repeats the head of the content counts once."""
    if raw.content.startswith(raw.title.rstrip("。")):
        return raw.content
    return f"{raw.title.rstrip('。')}。{raw.content}"


def _read_wanted(raw: RawTask, *, has_target: bool) -> Iterator[str]:
    """Give what is wanted in words: the requirement, else a target without a number, and the years without one."""
    if wanted := raw.requirement or (raw.target if not has_target else ""):
        yield wanted
    for year, words in raw.yearly:
        is_said = words in NOBODY or _is_dated(words) or read_targets(words, year=year, is_cell=True).targets
        if not is_said:
            yield f"{year}年：{words}"


def _ask_about_words(raw: RawTask) -> RawTask:
    """Ask what is to be done where neither a name nor words were read, or nothing but a number for a name."""
    is_said = NO_NAME.fullmatch(raw.title or raw.content) is None
    return raw if is_said else _doubt(raw, (Problem("title-missing", "title", NO_WORDS),))


# Units


def _find_roles(raw: RawTask, first_leads: bool) -> RawTask:
    """Take roles out of the words: a cell `A牵头，B配合`, a paragraph that ends in （责任单位：…）."""
    cells = (raw.lead, raw.responsible, raw.guide)
    if not any(cells) and (inline := find_inline_units(raw.content)):
        raw = _with_roles(replace(raw, content=inline[1]), inline[0])
    elif not (raw.lead and raw.responsible) and "牵头" in (words := cut_convention(raw.lead or raw.responsible)):
        roles = find_roles(words)
        unread = tuple(Problem("roles-unread", role, ROLES_UNREAD) for role in ("lead", "responsible"))
        raw = _with_roles(raw, replace(roles, guide=roles.guide or raw.guide)) if roles else _doubt(raw, unread)
    if first_leads and not raw.lead and raw.responsible:
        raw = _first_to_lead(raw)
    return raw


def _doubt(raw: RawTask, problems: tuple[Problem, ...]) -> RawTask:
    return replace(raw, problems=(*raw.problems, *problems))


def _with_roles(raw: RawTask, roles: InlineUnits) -> RawTask:
    return replace(raw, lead=roles.lead, responsible=roles.responsible, guide=roles.guide)


def _first_to_lead(raw: RawTask) -> RawTask:
    first, *others = read_units(raw.responsible).units
    return replace(raw, lead=first, responsible="、".join(others))


def _read_role(raw: RawTask, role: str) -> tuple[DraftUnits, tuple[Problem, ...]]:
    text = getattr(raw, role).strip()
    found = read_units(text)
    problems = (Problem("units-unsure", role, found.doubt),) if found.doubt else ()
    return DraftUnits(text, found.units), problems


# Deadlines


def _read_deadlines(raw: RawTask, context: DraftContext) -> DeadlineReading:
    year = _year_of(raw, context)
    if raw.deadline is None:
        return find_deadlines(_words(raw), year=year, issued_on=context.issued_on) + _read_dated_goals(raw, context)
    return parse_deadlines(raw.deadline, year=year, issued_on=context.issued_on, header_dates=context.header_dates)


def _read_dated_goals(raw: RawTask, context: DraftContext) -> DeadlineReading:
    """Where no column is kept for deadlines, that of a year may hold them: 6月底前完成试点 | 长期坚持."""
    cells = [(year, words) for year, words in raw.yearly if _is_dated(words)]
    readings = (parse_deadlines(words, year=year, issued_on=context.issued_on) for year, words in cells)
    return sum(readings, DeadlineReading(()))


def _is_dated(words: str) -> bool:
    """Tell what is done by a day of the year from what is reached with it (年底前达到80%)."""
    return is_dated_steps(words) if "月" in words else is_deadline(words) and "%" not in words


def _year_of(raw: RawTask, context: DraftContext) -> int | None:
    """The year that dates without one take; in a plan of several years only a heading can say it."""
    if raw.year is not None:
        return raw.year
    period = context.period
    if period is not None and period.start.year != period.end.year:
        return None
    return context.year or (context.issued_on.year if context.issued_on else None)


def _read_milestones(raw: RawTask, context: DraftContext, targets: Sequence[DraftTarget]) -> tuple[DraftMilestone, ...]:
    """Find the dated steps beside a deadline."""
    return () if raw.deadline is None else find_milestones(raw.content, _year_of(raw, context), targets)


# Targets


def _read_targets(raw: RawTask, context: DraftContext) -> TargetReading:
    """Read the target cells, the yearly columns, a deadline cell that prints percentages, and the words.

    A target that names no indicator of its own (达到70% in the deadline cell, 首批15个小区) is one of the task as such.
    """
    year = _year_of(raw, context)
    reading = read_targets(raw.target, year=year, is_cell=True)
    for column, words in raw.yearly:
        reading += read_targets(words, year=column, by=date(column, 12, 31), is_cell=True)
    beside = read_targets(raw.deadline or "", year=year) + read_targets(_words(raw), year=year)
    targets = merge_repeats(reading.targets, beside.targets)
    return TargetReading(tuple(_name(target, raw.title) for target in targets), reading.problems + beside.problems)


def _name(target: DraftTarget, title: str) -> DraftTarget:
    if target.indicator and target.indicator not in TOO_GENERAL:
        return target
    return replace(target, indicator=_short(title) or target.indicator)


def _short(title: str) -> str:
    """The first words of a title without its number: 1.搭建议事平台,制定规则 -> 搭建议事平台."""
    number = find_number(title)
    return CLAUSE_END.split(number.rest if number else title)[0]
