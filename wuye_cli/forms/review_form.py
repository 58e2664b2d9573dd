"""The review form: a draft as a workbook in which a clerk corrects what is doubtful, and anything else.

Sheets 任务, 方案, 方案目标, 责任分工; a doubtful cell is yellow and says in its comment why, from which words and
where. A hidden sheet holds the draft as it was read, so that what comes back can be told apart from what went out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from wuye_cli.domain.terms import EVERY_WORDS
from wuye_cli.forms.deadline_notation import ONGOING
from wuye_cli.forms.fields import PLAN_FIELDS, FormField
from wuye_cli.forms.packing import pack_draft
from wuye_cli.forms.review_mark import HIDDEN_SHEET
from wuye_cli.forms.review_sheets import (
    CHECK,
    CHECKED,
    CONTENT,
    ITEM,
    LISTS,
    OTHER_DOUBT,
    PLAN_SHEET,
    TASKS,
    ListSheet,
    count_doubts,
    doubt_words,
    group_problems,
    shown,
)
from wuye_cli.forms.target_notation import OP_SIGNS
from wuye_cli.importing.draft import Draft, Problem
from wuye_cli.workbooks.form import Choice, FormSheet, build_form
from wuye_cli.workbooks.saving import save_workbook
from wuye_cli.workbooks.table import SheetTable, TableColumn

LEVELS = ("国家级", "省级", "市级", "县（市、区）级", "街道（乡镇）级", "社区级", "企业")
PLAN_LEVELS = ("国家", "省", "市", "县", "街道")
DEADLINE_WORDS = (ONGOING, *EVERY_WORDS.values())
EMPTY_WIDTH = 6.5  # of a column that no row fills


def write_review_form(draft: Draft, path: Path) -> None:
    """Write the review form of a draft.

    Raises:
        OSError: the place cannot be written to.
    """
    sheets = [_list_sheet(TASKS, draft), _plan_sheet(draft), *(_list_sheet(kind, draft) for kind in LISTS[1:])]
    save_workbook(build_form(sheets, HIDDEN_SHEET, pack_draft(draft)), path)


# The lists


def _list_sheet(kind: ListSheet, draft: Draft) -> FormSheet:
    items = getattr(draft, kind.attribute)
    rows = [_row(kind, number, item) for number, item in enumerate(items, 1)]
    table = SheetTable(kind.name, _title(kind.name, draft), _advice(kind, draft), _columns(kind, rows), rows)
    notes = {
        (row, column): words
        for row, item in enumerate(items)
        for column, words in (_notes(kind, item) if kind.is_checked else ())
    }
    return FormSheet(table, notes, tuple(_choices(kind, draft)), frozenset({0}), 3 if kind is TASKS else 1)


def _row(kind: ListSheet, number: int, item: Any) -> tuple[str, ...]:
    cells = (shown(field.show(item)) for field in kind.fields)
    return (str(number), *cells, *(("",) if kind.is_checked else ()))


def _columns(kind: ListSheet, rows: Sequence[tuple[str, ...]]) -> tuple[TableColumn, ...]:
    """A column that stays empty is narrow, so that the others have the paper."""
    columns = [TableColumn(kind.headings[0], 6, centred=True)]
    for index, field in enumerate(kind.fields, 1):
        is_empty = bool(rows) and not any(row[index] for row in rows)
        width = min(field.width, EMPTY_WIDTH) if is_empty else field.width
        columns.append(TableColumn(field.heading, width, field.centred))
    return (*columns, *((TableColumn(CHECK, 7, centred=True),) if kind.is_checked else ()))


def _notes(kind: ListSheet, item: Any) -> Iterable[tuple[int, str]]:
    """Comments by column: a doubt stands at its field, one about no single field at the cell to confirm it."""
    groups = group_problems(item.problems, kind.fields)
    for column, field in enumerate(kind.fields, 1):
        if field.name in groups:
            yield column, _comment(groups[field.name], field, item)
    if groups:
        yield len(kind.fields) + 1, _comment(groups.get("", ()), None, item) or f"核对无误后选“{CHECKED}”"


def _comment(problems: Sequence[Problem], field: FormField | None, item: Any) -> str:
    lines = [f"待核：{problem.message}" for problem in problems]
    if field and (words := field.words(item)):
        lines.append(f"原文：{words[:200]}")
    places = dict.fromkeys(str(problem.at) for problem in problems if problem.at)
    lines += [f"位置：{place}" for place in places if place]
    return "\n".join(lines)


def _choices(kind: ListSheet, draft: Draft) -> Iterable[Choice]:
    columns = {field.name: column for column, field in enumerate(kind.fields, 1)}
    if "level" in columns:
        used = (item.level for item in getattr(draft, kind.attribute) if item.level)
        yield Choice(columns["level"], tuple(dict.fromkeys((*used, *LEVELS))))
    if "deadlines" in columns:
        yield Choice(columns["deadlines"], DEADLINE_WORDS)
    if "op" in columns:
        yield Choice(columns["op"], tuple(OP_SIGNS.values()), strict=True)
    if kind.is_checked:
        yield Choice(len(kind.fields) + 1, (CHECKED,), strict=True)


# The plan's own data


def _plan_sheet(draft: Draft) -> FormSheet:
    groups = group_problems(draft.problems, PLAN_FIELDS)
    others = groups.get("", [])
    rows = [(field.heading, shown(field.show(draft.plan)), "") for field in PLAN_FIELDS]
    rows += [(OTHER_DOUBT, doubt_words(problem), "") for problem in others]
    notes = {}
    for row, field in enumerate(PLAN_FIELDS):
        if field.name in groups:
            notes[row, 1] = _comment(groups[field.name], field, draft.plan)
            notes[row, 2] = f"核对无误后选“{CHECKED}”"
    for row in range(len(PLAN_FIELDS), len(rows)):
        notes[row, 2] = f"处理后（如补录任务）选“{CHECKED}”"
    columns = (TableColumn(ITEM, 16, centred=True), TableColumn(CONTENT, 100, centred=False))
    table = SheetTable(
        PLAN_SHEET,
        _title(PLAN_SHEET, draft),
        "方案本身的信息；日期写成 2023-10-31，期间写成 2021-11-01 至 2023-12-31。",
        (*columns, TableColumn(CHECK, 8, centred=True)),
        rows,
    )
    level = next(row for row, field in enumerate(PLAN_FIELDS) if field.name == "level")
    choices = (Choice(1, PLAN_LEVELS, row=level), Choice(2, (CHECKED,), strict=True))
    return FormSheet(table, notes, choices, frozenset({0}), frozen=1)


def _title(name: str, draft: Draft) -> str:
    return f"{name}核对表：{draft.plan.title or draft.source.file}"


def _advice(kind: ListSheet, draft: Draft) -> str:
    rows = f"共 {len(getattr(draft, kind.attribute))} 行。新增的行写在下面，编号留空；整行删去即为删除。"
    if not kind.is_checked:
        return rows
    return (
        f"待核 {count_doubts(draft)} 处（黄色，批注写明原因和原文）：改正，或核对无误后在“{CHECK}”栏选“{CHECKED}”。"
        f"单位用、隔开；时限写成 2023-10-31、{ONGOING}、每季度；阶段性时限、目标值每行一个，"
        f"如 覆盖率≥80%（2025-12-31；兴庆区）。{rows}不得录入涉密事项。"
    )
