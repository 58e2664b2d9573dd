"""A draft as the table that an office would print: headings, rows, what is merged, and the lines above it.

Only the draft decides what is printed. A figure that the words of a task hold stands there; another one stands in a
column of its own, or in that of its year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from wuye_cli.importing.draft import Draft, DraftPlan, DraftTarget, DraftTask

GROUPS = ("no", "title", "requirement")  # cells merged over the items of a task
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "section": ("任务类别", "工作领域"),
    "no": ("序号", "编号"),
    "title": ("重点任务", "工作任务", "任务名称", "整治重点", "事项"),
    "requirement": ("工作要求", "主要内容"),
    "content": ("具体措施", "推进措施", "工作举措", "主要措施"),
    "level": ("落实层级",),
    "lead": ("牵头单位", "牵头部门", "主责单位"),
    "responsible": ("责任单位", "配合单位", "承办单位", "协办单位"),
    "guide": ("指导单位",),
    "deadline": ("完成时限", "时间节点", "完成时间", "时限要求"),
    "target": ("目标值", "工作指标", "量化指标"),
    "yearly": ("{}年目标", "{}年"),
    "remark": ("备注",),
}
ORDER = tuple(HEADINGS)
WHAT = ("title", "requirement", "content")
ALWAYS = ("responsible",)  # without anybody who does it, a table is no task list


@dataclass(frozen=True, slots=True)
class Style:
    """How an office lays out its list: the order of the columns, their words, sections as rows or as a column."""

    order: tuple[str, ...] = ORDER
    wording: int = 0
    section_rows: bool = True
    deadline_mark: str = "；"


@dataclass(frozen=True, slots=True)
class Printed:
    """The lines above the table, its headings, and its rows; a row of one text reaches across.

    `spans[row][column]`: how many rows the cell takes, 0 where one above reaches into it.
    """

    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[int, ...], ...]


def print_draft(draft: Draft, style: Style) -> Printed:
    columns = tuple(_columns(draft, style))
    as_rows = style.section_rows and any(task.section for task in draft.tasks)
    rows: list[tuple[str, ...]] = []
    spans: list[tuple[int, ...]] = []
    for section, tasks in groupby(draft.tasks, lambda task: task.section):
        block = [tuple(column.cell(task) for column in columns) for task in tasks]
        if as_rows:
            rows.append((section,))
            spans.append((1,))
        rows += block
        spans += _spans(block, columns)
    return Printed(_lines(draft.plan), tuple(column.heading for column in columns), tuple(rows), tuple(spans))


def _lines(plan: DraftPlan) -> tuple[str, ...]:
    """The title and what else a document says of itself."""
    lines = [plan.title]
    lines += [f"文号：{plan.document_number}"] if plan.document_number else []
    lines += [f"发文机关：{plan.issuer}"] if plan.issuer else []
    lines += [f"成文日期：{plan.issued_on}"] if plan.issued_on else []
    if plan.effective:
        start, end = plan.effective.start, plan.effective.end
        lines.append(
            f"本清单自{start.year}年{start.month}月{start.day}日起施行，有效期至{end.year}年{end.month}月{end.day}日。"
        )
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Column:
    field: str
    heading: str
    cell: Callable[[DraftTask], str]


def _columns(draft: Draft, style: Style) -> Iterator[_Column]:
    years = sorted({target.by.year for task in draft.tasks for target in _in_year_columns(task) if target.by})
    left: set[str] = set()
    for field in style.order:
        words = HEADINGS[field]
        if field == "deadline" and not left & {"no", *WHAT}:
            words = words[:1]  # time nodes left of the tasks group them: there a blank means as above
        heading = words[style.wording % len(words)]
        if field == "yearly":
            yield from (_Column(field, heading.format(year), _yearly_cell(year)) for year in years)
        elif field != "section" or not style.section_rows:
            cell = _cell(field, style)
            if field in ALWAYS or (any(map(cell, draft.tasks)) and not (field == "deadline" and _in_words(draft))):
                left.add(field)
                yield _Column(field, heading, cell)


def _cell(field: str, style: Style) -> Callable[[DraftTask], str]:
    match field:
        case "lead" | "responsible" | "guide":
            return lambda task: str(getattr(task, field).text)
        case "deadline":
            return lambda task: style.deadline_mark.join(one.text for one in task.deadlines)
        case "target":
            return lambda task: "；".join(one.text for one in _elsewhere(task) if one.by is None)
        case _:
            return lambda task: str(getattr(task, field))


def _yearly_cell(year: int) -> Callable[[DraftTask], str]:
    return lambda task: "；".join(one.text for one in _in_year_columns(task) if one.by and one.by.year == year)


def _elsewhere(task: DraftTask) -> list[DraftTarget]:
    """The figures that no other cell of the task prints."""
    words = _words(task) + _plain("\n".join(one.text for one in task.deadlines))
    return [target for target in task.targets if _plain(target.text) not in words]


def _in_year_columns(task: DraftTask) -> list[DraftTarget]:
    return [target for target in _elsewhere(task) if target.by is not None]


def _in_words(draft: Draft) -> bool:
    """Whether the words of the tasks print all deadlines, as in prose: then the list has no column for them."""
    stepless = not any(task.milestones for task in draft.tasks)
    return stepless and all(_is_in_words(task, _plain(one.text)) for task in draft.tasks for one in task.deadlines)


def _is_in_words(task: DraftTask, deadline: str) -> bool:
    """The words print it, and not as a piece of a figure's: the day of 2022年底前达到80% is no deadline."""
    figures = (_plain(target.text) for target in task.targets)
    return deadline in _words(task) and not any(deadline in words and deadline != words for words in figures)


def _words(task: DraftTask) -> str:
    return _plain(f"{task.title}\n{task.content}\n")


def _plain(text: str) -> str:
    """Without the spaces of typesetting, as the words of a figure are kept."""
    return text.replace(" ", "")


def _spans(block: list[tuple[str, ...]], columns: tuple[_Column, ...]) -> list[tuple[int, ...]]:
    """Merge the cells that the items of a task share, and a section over all its rows."""
    spans = [[1] * len(columns) for _ in block]
    groups = [column for column, one in enumerate(columns) if one.field in GROUPS]
    for at, column in enumerate(columns):
        if column.field == "section":
            _merge(spans, at, 0, len(block))
    first = 0
    for row in range(1, len(block) + 1):
        if row == len(block) or any(block[row][at] != block[first][at] for at in groups) or not groups:
            for at in groups:
                _merge(spans, at, first, row)
            first = row
    return [tuple(row) for row in spans]


def _merge(spans: list[list[int]], column: int, first: int, end: int) -> None:
    spans[first][column] = end - first
    for row in range(first + 1, end):
        spans[row][column] = 0
