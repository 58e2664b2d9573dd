"""A returned review form back to a draft, with what a person changed.

The hidden sheet says what went out, the numbers in the first column which row is which; so rows may be sorted, deleted
and added. A cell that still says what went out keeps its value with the words it was read from. Nothing is taken
over while any cell cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wuye_cli.forms.correcting import Correction, correct, is_same, mark_corrected, settle
from wuye_cli.forms.fields import PLAN_FIELDS, FormField
from wuye_cli.forms.notation import NotationError
from wuye_cli.forms.packing import unpack_draft
from wuye_cli.forms.returned import Complaints, Row, TypedCell, find_rows
from wuye_cli.forms.review_mark import HIDDEN_SHEET
from wuye_cli.forms.review_sheets import (
    CHECK,
    CHECKED,
    CONTENT,
    DUTIES,
    ITEM,
    NUMBER,
    OTHER_DOUBT,
    PLAN_SHEET,
    TARGETS,
    TASKS,
    ListSheet,
    doubt_words,
    shown,
)
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import Draft, DraftPlan, DraftTask, Problem
from wuye_cli.workbooks.opening import open_sheets
from wuye_cli.workbooks.sheets import SheetCells


@dataclass(frozen=True, slots=True)
class Review:
    """A draft as the clerk returned it: every correction, and how many doubts are settled."""

    draft: Draft
    corrections: tuple[Correction, ...]
    settled: int


def read_review_form(path: Path) -> Review:
    """Read a returned review form.

    Raises:
        InputError: every cell that cannot be read, with its place; or the hidden sheet has lost its content.
    """
    sheets = open_sheets(path)
    store = next((sheet for sheet in sheets if sheet.name == HIDDEN_SHEET), None)
    lines = [row[0].text for row in store.rows] if store else []
    original = unpack_draft(lines, path.name)
    returned = _Returned(original, sheets)
    draft = returned.read()
    returned.wrong.raise_all(path.name)
    if returned.corrections or returned.settled:
        draft = mark_corrected(draft, original)
    return Review(draft, tuple(returned.corrections), returned.settled)


class _Returned:
    """One form while it is read; what is wrong and what was changed is gathered over all its sheets."""

    def __init__(self, original: Draft, sheets: Sequence[SheetCells]) -> None:
        self.original = original
        self.sheets = sheets
        self.wrong = Complaints()
        self.corrections: list[Correction] = []
        self.settled = 0

    def read(self) -> Draft:
        """Read all sheets."""
        plan, problems = self._read_plan()
        return replace(
            self.original,
            plan=plan,
            problems=problems,
            tasks=_with_keys(self._read_list(TASKS, plan)),
            plan_targets=tuple(self._read_list(TARGETS, plan)),
            duties=tuple(self._read_list(DUTIES, plan)),
        )

    def _read_plan(self) -> tuple[DraftPlan, tuple[Problem, ...]]:
        rows = list(find_rows(self.sheets, PLAN_SHEET, (ITEM, CONTENT, CHECK), self.wrong))
        items = {row[ITEM].text.strip(): row for row in rows}
        plan, problems = self.original.plan, self.original.problems
        for field in PLAN_FIELDS:
            if field.heading in items:
                row = items[field.heading]
                plan, changed = self._apply([field], {field.heading: row[CONTENT]}, plan, plan, "方案")
                checked = {field.name} if self._is_checked(row[CHECK]) else set()
                problems = self._settle(problems, changed | checked, is_checked=False)
            elif rows:
                self.wrong.add(Locator(sheet=PLAN_SHEET), f"缺“{field.heading}”一行，请补上，内容可以留空")
        done = [row[CONTENT].text for row in rows if row[ITEM].text == OTHER_DOUBT and self._is_checked(row[CHECK])]
        left = tuple(one for one in problems if not any(is_same(shown(doubt_words(one)), text) for text in done))
        self.settled += len(problems) - len(left)
        return plan, left

    def _read_list(self, kind: ListSheet, plan: DraftPlan) -> Iterator[Any]:
        """Give the rows of a list in their first order, new ones behind the row that they stand below."""
        items = dict(enumerate(getattr(self.original, kind.attribute), 1))
        known: dict[int, Any] = {}
        added: list[tuple[int, Any]] = []
        above = 0
        for row in find_rows(self.sheets, kind.name, kind.headings, self.wrong):
            if not row[NUMBER].text.strip():
                added.append((above, self._read_new(kind, row, plan)))
            elif number := self._find_number(row[NUMBER], items, known):
                known[number] = self._read_known(kind, row, items[number], plan)
                above = number
        self.corrections += [
            Correction(kind.label(item), "", kind.label(item), "")
            for number, item in items.items()
            if number not in known
        ]
        for number in range(len(items) + 1):
            yield from (known[one] for one in (number,) if one in known)
            yield from (item for anchor, item in added if anchor == number)

    def _find_number(self, cell: TypedCell, items: dict[int, Any], known: dict[int, Any]) -> int | None:
        text = cell.text.strip().removesuffix(".0")
        number = int(text) if text.isdecimal() and len(text) < 7 else 0
        if number not in items:
            self.wrong.add(cell.at, f"没有编号“{text}”；编号请勿改动，新增的行请留空")
        elif number in known:
            self.wrong.add(cell.at, f"编号“{text}”出现了两次；新增的行请把编号留空")
        else:
            return number
        return None

    def _read_known(self, kind: ListSheet, row: Row, item: Any, plan: DraftPlan) -> Any:
        new, changed = self._apply(kind.fields, row, item, plan, kind.label(item))
        self._check_row(kind, row, new)
        if not kind.is_checked:
            return new
        problems = self._settle(item.problems, changed, is_checked=self._is_checked(row[CHECK]))
        return replace(new, problems=problems)

    def _read_new(self, kind: ListSheet, row: Row, plan: DraftPlan) -> Any:
        count = len(self.corrections)
        new, _ = self._apply(kind.fields, row, kind.blank, plan, "")
        self._check_row(kind, row, new)
        self.corrections[count:] = [Correction(kind.label(new), "", "", kind.label(new))]
        return replace(new, source=row[NUMBER].at.of_row) if kind is TASKS else new

    def _apply(
        self, fields: Sequence[FormField], row: Row, item: Any, plan: DraftPlan, owner: str
    ) -> tuple[Any, set[str]]:
        """Take over what was typed; gives the new row and the names of the fields that changed."""
        new, changed = item, set()
        for field in fields:
            cell, old = row[field.heading], field.show(item)
            if is_same(cell.text, shown(old)):
                continue
            try:
                new = correct(new, field, cell.text, plan)
            except NotationError as error:
                self.wrong.add(cell.at, f"{field.heading}{error}")
            else:
                changed.add(field.name)
                self.corrections.append(Correction(owner, field.heading, old, field.show(new)))
        return new, changed

    def _check_row(self, kind: ListSheet, row: Row, item: Any) -> None:
        if kind is TASKS and not item.title.strip() and not item.content.strip():
            self.wrong.add(row[NUMBER].at, "任务名称和工作内容都是空的，请至少写一项；不要这项任务就删去整行")

    def _settle(self, problems: Sequence[Problem], fields: set[str], *, is_checked: bool) -> tuple[Problem, ...]:
        left = settle(problems, fields, is_checked=is_checked)
        self.settled += len(problems) - len(left)
        return left

    def _is_checked(self, cell: TypedCell) -> bool:
        if cell.text.strip() not in {"", CHECKED}:
            self.wrong.add(cell.at, f"“{cell.text}”不对，核对无误请写“{CHECKED}”，否则留空")
        return cell.text.strip() == CHECKED


def _with_keys(tasks: Iterator[DraftTask]) -> tuple[DraftTask, ...]:
    """Give new tasks the key that a document would give them; the others keep theirs, whatever their title is now."""
    rows = tuple(tasks)
    taken = {task.key for task in rows}
    keyed = []
    for task in rows:
        key, ordinal = task.key, 1
        while not key or (not task.key and key in taken):
            key, ordinal = f"{task.level}|{task.title or task.content[:40]}|{ordinal}", ordinal + 1
        taken.add(key)
        keyed.append(replace(task, key=key))
    return tuple(keyed)
