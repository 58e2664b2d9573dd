"""What a superior's own workbook may ask for: all that a circular has, and the register row by row.

`{{任务.重点任务}}` and the like have the headings of the exported register as their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from wuye_cli.render.circular_content import FIELDS, VALUES, circular_template_content
from wuye_cli.render.grid import Kind
from wuye_cli.render.ledger import MILESTONE_FIELDS, PERIOD_FIELDS, TASK_FIELDS
from wuye_cli.render.tables import Field, unit_fields
from wuye_cli.render.template_rows import NUMBER, template_rows
from wuye_cli.reports.submission import Submission
from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.saving import save_workbook
from wuye_cli.workbooks.template import fill_template

UNKNOWN = "—"
OWN_VALUES: Mapping[str, Callable[[Submission], Value]] = {
    "办公室": lambda found: found.office,
    "地区": lambda found: found.region,
}
OWN_LISTS: Mapping[str, tuple[Field[Any], ...]] = {
    "任务": TASK_FIELDS,
    "阶段": MILESTONE_FIELDS,
    "周期": PERIOD_FIELDS,
    "各单位": unit_fields(),
}
ALL_VALUES = (*OWN_VALUES, *VALUES)
ALL_FIELDS: Mapping[str, tuple[str, ...]] = {
    **{name: (NUMBER, *(one.column.heading for one in fields)) for name, fields in OWN_LISTS.items()},
    **FIELDS,
}


def submission_content(found: Submission) -> Content:
    """Give everything that a template may ask for."""
    tasks = found.register.tasks
    lines: Mapping[str, Iterable[object]] = {
        "任务": tasks,
        "阶段": [step for task in tasks for step in task.milestones],
        "周期": [one for task in tasks for one in task.periods],
        "各单位": found.units,
    }
    own = {name: template_rows(_fields(OWN_LISTS[name]), several) for name, several in lines.items()}
    circular = circular_template_content(found.circular)
    return replace(
        circular,
        values={**{name: value(found) for name, value in OWN_VALUES.items()}, **circular.values},
        lists={**own, **circular.lists},
        fields=ALL_FIELDS,
        unprinted=frozenset(),
    )


def write_submission(found: Submission, template: Path, path: Path) -> None:
    """Fill a superior's workbook.

    Raises:
        InputError: it cannot be filled, or asks for something that there is not.
        OSError: the place cannot be written to.
    """
    save_workbook(fill_template(template, submission_content(found)), path)


def _fields(fields: tuple[Field[Any], ...]) -> Mapping[str, Callable[[Any], Value]]:
    return {one.column.heading: partial(_value, one) for one in fields}


def _value(field: Field[Any], line: object) -> Value:
    """A figure that is not there is a dash, so that it is never taken for 0; a whole one is written as such."""
    value = field.value(line)
    if value is None and field.column.kind in {Kind.NUMBER, Kind.PERCENT}:
        return UNKNOWN
    return int(value) if isinstance(value, float) and value.is_integer() else value
