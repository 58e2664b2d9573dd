"""What is said of a plan or a task, field by field and as a person reads it: so that versions can be compared.

A field is a tuple of words: one for a text, one for each unit, deadline, milestone or target. The same words come
from a draft and from the register, so that equal words mean equal values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from wuye_cli.domain.facts import TargetFacts, TaskFacts
from wuye_cli.domain.terms import EVERY_WORDS, DeadlineKind, Every
from wuye_cli.importing.draft import DraftTarget, DraftTask

Words = Mapping[str, tuple[str, ...]]
NameUnit = Callable[[str], str]

TEXTS = ("no", "section", "title", "content", "requirement", "level", "remark")
ROLES = ("lead", "responsible", "guide")
STORED_TARGETS = "stored_targets"  # beside the printed targets: those that a person made of them
ONGOING = "长期坚持"


def task_words(item: DraftTask, name_unit: NameUnit = str) -> Words:
    """Say what a document prints of a task; `name_unit` gives the name that the register has for a unit."""
    units = {"lead": item.lead, "responsible": item.responsible, "guide": item.guide}
    return {
        **{name: _text(getattr(item, name)) for name in TEXTS},
        **{role: _each(map(name_unit, names.units)) for role, names in units.items()},
        "deadlines": tuple(_deadline(one.kind, one.date, one.every, one.text) for one in item.deadlines),
        "milestones": tuple(_dated(one.text, one.date) for one in item.milestones),
        "targets": target_words(item.targets),
    }


def known_task_words(task: TaskFacts, unit_names: Mapping[int, str]) -> Words:
    """Say what the register has of a task."""
    units = {"lead": task.leads, "responsible": task.responsible, "guide": task.guides}
    return {
        **{name: _text(getattr(task, name)) for name in TEXTS},
        **{role: _each(unit_names[key] for key in keys) for role, keys in units.items()},
        "deadlines": tuple(_deadline(one.kind, one.on, one.every, one.text) for one in task.deadlines),
        "milestones": tuple(_dated(one.text, one.on) for one in task.milestones),
        "targets": target_words(task.targets),
    }


def plan_words(columns: Mapping[str, object], targets: Iterable[DraftTarget | TargetFacts]) -> Words:
    """Say some columns of a plan, and its targets."""
    texts = {name: _text("" if value is None else str(value)) for name, value in columns.items()}
    return {**texts, "targets": target_words(targets)}


def remember(printed: Words, stored: Words) -> Words:
    """Give what is to be kept of an import: the document's words, and the targets that were stored in their place."""
    same = printed["targets"] == stored["targets"]
    return printed if same else {**printed, STORED_TARGETS: stored["targets"]}


def without_leftovers(now: Words, imported: Words | None) -> Words:
    """Give the register's words without targets that the last import only left because amounts were reported."""
    if imported is None:
        return now
    return {**now, "targets": imported.get(STORED_TARGETS, imported.get("targets", ()))}


def target_words(targets: Iterable[DraftTarget | TargetFacts]) -> tuple[str, ...]:
    """Say targets as 兴庆区组建率 >= 80%（2023-12-31）; their wording in the document is left out."""
    return tuple(_target(one) for one in targets)


def name_units(words: Words, name_unit: NameUnit) -> Words:
    """Say stored words with the names that the register has for the units today."""
    return {field: _each(map(name_unit, said)) if field in ROLES else said for field, said in words.items()}


def words_to_json(words: Words) -> str:
    """Write words for the register."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def words_from_json(text: str) -> Words:
    """Read them back."""
    return {field: tuple(said) for field, said in json.loads(text).items()}


def _text(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _deadline(kind: DeadlineKind, on: date | None, every: Every | None, text: str) -> str:
    """Say 10月底前（2023-10-31）, 每季度, 长期坚持: the printed words, and what they mean where they do not say it."""
    meaning = on.isoformat() if on else EVERY_WORDS[every] if every else ONGOING if kind == DeadlineKind.ONGOING else ""
    return text if meaning in text else f"{text}（{meaning}）" if text else meaning


def _dated(text: str, on: date) -> str:
    return f"{text}（{on}）"


def _target(one: DraftTarget | TargetFacts) -> str:
    amount = f"{one.value:.10g}" if one.value_max is None else f"{one.value:.10g}～{one.value_max:.10g}"
    return f"{one.scope}{one.indicator} {one.op} {amount}{one.unit}" + (f"（{one.by}）" if one.by else "")
