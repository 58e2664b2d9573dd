"""One draft on its way into one plan, as its comparison says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wuye_cli.domain.terms import FIELD_WORDS
from wuye_cli.domain.units import UnitRules
from wuye_cli.importing.draft import Draft, DraftTask, Problem
from wuye_cli.importing.versions.comparison import Comparison, FieldChange, KnownAgain, NewTask, Source
from wuye_cli.importing.versions.words import Words, plan_words, remember, task_words, words_to_json
from wuye_cli.services.destinations import plan_columns, plan_title
from wuye_cli.services.first_reports import add_first_report, keep_report_words
from wuye_cli.services.numbering import assign_codes
from wuye_cli.services.task_rows import CHANGED_TWICE, TaskRows, put_doubts, put_targets
from wuye_cli.services.unit_book import NewUnit, UnitBook, identity
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.models import Duty, Imported, Phase, Plan, Task
from wuye_cli.store.replacing import replace_rows, set_values


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: the plan's code, the codes of its tasks by what happened to them, units that are new.

    `doubts` counts the values of the draft that are 待核, and those that both a person and the document have changed,
    `reports` the first reports that were made of the progress that it prints.
    `unchanged`: the register already said all of this.
    `comparison` is what it was compared with, None for a new plan.
    """

    plan: str
    tasks: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    new_units: tuple[NewUnit, ...] = ()
    doubts: int = 0
    reports: int = 0
    unchanged: bool = False
    comparison: Comparison | None = None


class PlanImport:
    """Writes a draft into a plan."""

    def __init__(self, session: Session, draft: Draft, plan: Plan, on: date, month: str, *, rules: UnitRules) -> None:
        self._session = session
        self._draft = draft
        self._printed = draft.printed_tasks
        self._plan = plan
        self._code = f"p{plan.number}"
        self._on = on
        self._month = month
        self._reports = 0
        self._book = UnitBook(session, rules, plan.region)
        self._rows = TaskRows(session, self._book, plan)
        self._old = {task.code: task for task in find_rows(session, Task, plan_id=identity(plan.id))}
        self._noted = False  # whether anything was written that a clerk need not be told of

    def store(self, comparison: Comparison | None, *, is_whole: bool) -> ImportOutcome:
        """Store everything; `is_whole`: the draft is the plan itself, not a part that is added to it."""
        known = comparison or Comparison(self._code, new=_all_new(self._draft.tasks))
        added = self._add(known.new, is_whole=is_whole)
        updated = [match.code for match in known.known if self._renew(match, is_whole=is_whole)]
        for one in known.gone:
            self._archive(self._old[one.code])
        changed = self._store_plan(known.plan_changes) if is_whole else False
        is_changed = bool(added or updated or known.gone or changed or self._noted)
        if is_changed and is_whole:
            source = self._draft.source
            set_values(self._plan, {"source_sha256": source.sha256, "source_file": Path(source.file).name})
        return ImportOutcome(
            plan=self._code,
            tasks=added,
            updated=tuple(updated),
            archived=tuple(one.code for one in known.gone),
            new_units=tuple(self._book.new),
            doubts=_count_doubts(self._draft, known),
            reports=self._reports,
            unchanged=not is_changed,
            comparison=comparison,
        )

    def _add(self, new: Iterable[NewTask], *, is_whole: bool) -> tuple[str, ...]:
        """Add tasks; further tasks of a plan come after those it has, which keep their places."""
        last = 0 if is_whole else max((task.position for task in self._old.values()), default=0)
        items = [(one.place, self._draft.tasks[one.place]) for one in new]
        codes = assign_codes(self._code, [item.no for _, item in items], self._old)
        for number, ((place, item), code) in enumerate(zip(items, codes, strict=True), start=1):
            task = self._rows.add(item, code, place + 1 if is_whole else last + number, self._on)
            self._report_first(task, item)
            self._remember_task(task, place)
        return codes

    def _report_first(self, task: Task, item: DraftTask) -> None:
        if add_first_report(self._session, task, item, self._month, self._on):
            self._reports += 1
        else:
            keep_report_words(self._session, self._plan, task, item)

    def _renew(self, match: KnownAgain, *, is_whole: bool) -> bool:
        """Bring a task up to the draft; what a person has changed stays, what both have changed is 待核."""
        task, item = self._old[match.code], self._draft.tasks[match.place]
        position = match.place + 1 if is_whole else task.position
        problems = _problems(item.problems, match.changes, match.kept)
        item = replace(item, problems=problems)
        self._noted |= set_values(task, {"key": item.key, "source_place": str(item.source), "position": position})
        self._remember_task(task, match.place, match.changes)
        if match.revived:
            task.archived_on = None
        return self._rows.renew(task, item, match.kept) or match.revived

    def _archive(self, task: Task) -> None:
        task.archived_on = self._on
        for row in find_rows(self._session, Imported, task_id=task.id):
            self._session.delete(row)

    def _store_plan(self, changes: Iterable[FieldChange]) -> bool:
        key = identity(self._plan.id)
        columns = plan_columns(self._draft)
        kept = {change.field for change in changes if change.source is Source.HAND}
        about = {*kept, *(name.partition("_")[0] for name in kept)}  # a doubt about a period is about both its ends
        about |= {"plan_targets"} & {f"plan_{name}" for name in kept}
        phases = [
            Phase(plan_id=key, position=at, name=one.name, start_on=one.start, end_on=one.end, text=one.text)
            for at, one in enumerate(self._draft.phases, start=1)
        ]
        duties = [
            Duty(plan_id=key, position=position, unit=one.unit, level=one.level, text=one.text)
            for position, one in enumerate(self._draft.duties, start=1)
        ]
        self._remember_plan(changes)
        changed = (
            set_values(self._plan, {name: value for name, value in columns.items() if name not in kept}),
            replace_rows(self._session, find_rows(self._session, Duty, plan_id=key), duties),
            replace_rows(self._session, find_rows(self._session, Phase, plan_id=key), phases),
            "targets" not in kept and put_targets(self._session, self._plan, None, self._draft.plan_targets),
            put_doubts(self._session, self._plan, None, _problems(self._draft.problems, changes, about)),
        )
        return any(changed)

    def _remember_task(self, task: Task, place: int, changes: Iterable[FieldChange] = ()) -> None:
        """Keep what the document says of a task; of one that a person has added it says nothing."""
        printed = self._printed[place]
        if printed is not None:
            self._remember(task, task_words(printed), task_words(self._draft.tasks[place]), changes)

    def _remember_plan(self, changes: Iterable[FieldChange]) -> None:
        """Keep what the document says of the plan; its title is that of its file where it prints none."""
        document = self._draft.printed or self._draft
        printed = {"title": plan_title(document), **plan_columns(document)}
        words = plan_words(printed, document.plan_targets)
        self._remember(None, words, plan_words({}, self._draft.plan_targets), changes)

    def _remember(self, task: Task | None, printed: Words, new: Words, changes: Iterable[FieldChange]) -> None:
        """Keep what the document says, by which the next version will tell what was changed by hand."""
        kept = {change.field: change.old for change in changes if change.source is Source.HAND}
        words = remember(printed, {**new, **kept})
        plan_id, task_id = identity(self._plan.id), task.id if task else None
        rows = find_rows(self._session, Imported, plan_id=plan_id, task_id=task_id)
        row = rows[0] if rows else Imported(plan_id=plan_id, task_id=task_id, words="")
        self._noted |= set_values(row, {"words": words_to_json(words)})
        self._session.add(row)


def _count_doubts(draft: Draft, comparison: Comparison) -> int:
    changes = [*comparison.plan_changes, *(change for one in comparison.known for change in one.changes)]
    printed = len(draft.problems) + sum(len(task.problems) for task in draft.tasks)
    return printed + sum(change.source is Source.BOTH for change in changes)


def _all_new(tasks: Iterable[DraftTask]) -> tuple[NewTask, ...]:
    return tuple(NewTask(place, item.no, item.title) for place, item in enumerate(tasks))


def _problems(problems: Iterable[Problem], changes: Iterable[FieldChange], kept: Iterable[str]) -> tuple[Problem, ...]:
    """Give the doubts that are left: none about a person's value, and one about each that both have changed."""
    silent = set(kept)
    about_document = (problem for problem in problems if problem.field not in silent)
    twice = (_changed_twice(change) for change in changes if change.source is Source.BOTH)
    return (*about_document, *twice)


def _changed_twice(change: FieldChange) -> Problem:
    by_hand = "、".join(change.old) or "空"
    word = FIELD_WORDS.get(change.field, change.field)
    sentence = f"{word}曾手工改为“{by_hand}”，新文件又有改动：已按新文件，请核对"
    return Problem(CHANGED_TWICE, change.field, sentence)
