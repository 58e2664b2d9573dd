"""Reports as JSON documents: field names are those of the report lines, `schema` names the kind and its version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:  # every command that lists comes here: it loads its own report and no other
    from wuye_cli.domain.facts import PlanParts
    from wuye_cli.reports.board_lines import Board, PlanLine
    from wuye_cli.reports.circular_figures import Figure, Reckoning
    from wuye_cli.reports.circular_lines import Circular
    from wuye_cli.reports.explaining import Explanation
    from wuye_cli.reports.form_status import FormStatus
    from wuye_cli.reports.lines import Register
    from wuye_cli.reports.reminders import Reminders
    from wuye_cli.reports.targets import TargetReport

Scalar = None | bool | int | float | str
Json = Scalar | list["Json"] | dict[str, "Json"]


def register_json(register: Register) -> str:
    """Write the answer of list, show, overdue and due."""
    return _document("wuye.tasks/1", _object(register))


def explained_json(register: Register, explanation: Explanation) -> str:
    """Write one task with the reasons of its light."""
    return _document("wuye.tasks/1", {**_object(register), "explanation": _object(explanation)})


def plans_json(plans: Sequence[PlanLine]) -> str:
    """Write the plans with their counts."""
    return _document("wuye.plans/1", {"plans": [_object(plan) for plan in plans]})


def plan_json(plan: PlanLine, parts: PlanParts) -> str:
    """Write one plan with its counts, its phases and standing duties."""
    return _document("wuye.plans/1", {"plans": [{**_object(plan), **_object(parts)}]})


def board_json(board: Board) -> str:
    """Write the status board."""
    return _document("wuye.board/1", _object(board))


def targets_json(report: TargetReport) -> str:
    """Write the targets with what has been reached of each."""
    return _document("wuye.targets/1", _object(report))


def form_status_json(status: FormStatus) -> str:
    """Write who has reported for a month."""
    return _document("wuye.form-status/1", _object(status))


def reminders_json(reminders: Reminders) -> str:
    """Write what units are to be reminded of."""
    return _document("wuye.reminders/1", _object(reminders))


def circular_json(circular: Circular, figures: Sequence[Figure] | None = None) -> str:
    """Write a circular with its annexes, and what its figures rest on: those given, else those of the text."""
    explained: list[Json] = [
        {**_object(figure), "reckoning": _reckoning(figure.reckoning)} for figure in figures or circular.figures
    ]
    return _document("wuye.circular/1", {**_object(circular), "figures": explained})


def _reckoning(reckoning: Reckoning) -> Json:
    """What does not apply is left out."""
    sides = {"sides": [_reckoning(side) for side in reckoning.sides]} if reckoning.sides else {}
    given = {name: value for name, value in _object(reckoning).items() if value}
    return {**given, "value": _scalar(reckoning.value), **sides}


def _document(schema: str, content: dict[str, Json]) -> str:
    return json.dumps({"schema": schema, **content}, ensure_ascii=False, indent=1)


def _object(line: Any) -> dict[str, Json]:
    return {name: _field(name, getattr(line, name)) for name in _names(line)}


def _names(line: Any) -> tuple[str, ...]:
    """Name the fields of a line, which is a dataclass or a NamedTuple; a plain value has none."""
    return tuple(field.name for field in fields(line)) if is_dataclass(line) else getattr(line, "_fields", ())


def _field(name: str, value: Any) -> Json:
    """Counts by state or light become an object, reported amounts name their parts."""
    if name.startswith("by_") and not any(map(_names, value)):
        return {str(key): count for key, count in value}
    if name == "values":
        return [{"indicator": indicator, "value": _scalar(amount), "unit": unit} for indicator, amount, unit in value]
    if _names(value):
        return _object(value)
    if isinstance(value, tuple):
        return [_object(item) if _names(item) else _scalar(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Scalar:
    if isinstance(value, date):
        return value.isoformat()
    whole = isinstance(value, float) and value.is_integer()
    return int(value) if whole else cast("Scalar", value)
