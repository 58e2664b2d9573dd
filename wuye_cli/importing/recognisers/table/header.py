"""The header row of a task table: which column holds what. Columns may come in any order, the header in two rows.

    序号 | 重点任务 | 工作内容 | 责任分工 | 责任分工 | 完成时限
    序号 | 重点任务 | 工作内容 | 牵头单位 | 责任单位 | 完成时限

The words of headings are known to `importing.fields.headings`; here only their arrangement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wuye_cli.importing.document import Cell
from wuye_cli.importing.fields.headings import find_field, find_fields

Row = Sequence[Cell]

WHAT = {"title", "content", "requirement", "yearly"}
WHO_OR_WHEN = {"lead", "responsible", "guide", "deadline", "target", "yearly", "level"}
REPORT = {"progress", "problem", "next_step"}
KNOWN = WHAT | WHO_OR_WHEN | REPORT | {"no", "section", "remark", "goal", "indicator", "measure"}
YEAR = re.compile(r"[（(]?(20\d\d)\s*年度?[）)]?")  # 2024年重点任务  完成时限（2024年）
HEADING_YEAR = re.compile(r"(20\d\d)\s*年(?!\s*\d{1,2}\s*月)")
DUTIES = re.compile(r"职[责能]$")  # a table of standing duties (部门 | 主要职责) is no task list
TIME_NODE = re.compile("节点|阶段|^时间")  # 完成时限 says what each task has for itself, wherever it stands
LONGEST_HEADING = 20


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills ("" for one that we have no field for), its words, a year they print.

    `guess` is the field that the cells look like where the heading says nothing.
    """

    field: str
    heading: str
    year: int | None = None
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a task table and how many rows their names take."""

    columns: tuple[Column, ...]
    height: int

    def indexes(self, field: str) -> tuple[int, ...]:
        """Give the positions of the columns of a field."""
        return tuple(index for index, column in enumerate(self.columns) if column.field == field)

    @property
    def leading_deadlines(self) -> tuple[int, ...]:
        """The positions of deadlines that group the tasks, left of them and their numbers: 时间节点 | 序号 | 任务."""
        tasks = [at for at, column in enumerate(self.columns) if column.field in WHAT | {"no"}]
        left = (at for at in self.indexes("deadline") if tasks and at < min(tasks))
        return tuple(at for at in left if TIME_NODE.search(self.columns[at].heading))

    @property
    def year(self) -> int | None:
        """The one year that the headings print outside year columns (完成时限（2024年）)."""
        years = {column.year for column in self.columns if column.year and column.field != "yearly"}
        return years.pop() if len(years) == 1 else None


def find_header(rows: Sequence[Row], at: int = 0) -> Header | None:
    """Read the row `at` as a header, together with the row below where that splits its columns.

    A number other than a year heads no column: it counts a row.
    """
    upper = tuple(squash(cell.text) for cell in rows[at])
    if any(name.isdigit() and not YEAR.fullmatch(name) for name in upper):
        return None
    if not any(_may_head(name) for name in upper if len(name) <= LONGEST_HEADING):
        return None
    if at + 1 < len(rows) and (names := _split_names(rows[at], rows[at + 1])):
        split = _header(names, height=2)
        if split is not None:
            return split
    return _header(upper, height=1)


def squash(text: str) -> str:
    """Drop the spaces and line breaks that headings are stretched with: 序  号."""
    return "".join(text.split())


def _header(names: tuple[str, ...], height: int) -> Header | None:
    if any(DUTIES.search(name) for name in names):
        return None
    columns = _columns(tuple(name if len(name) <= LONGEST_HEADING else "" for name in names))
    fields = {column.field for column in columns}
    if not fields & WHAT or not fields & WHO_OR_WHEN or len(fields & KNOWN) < 2:
        return None
    return Header(columns, height)


def _columns(names: tuple[str, ...]) -> tuple[Column, ...]:
    fields = find_fields(tuple(map(_without_year, names)))
    if fields.count("yearly") == 1 and not {"title", "content"} & set(fields):
        fields = tuple("content" if field == "yearly" else field for field in fields)
    return tuple(
        Column(field if field in KNOWN else "", name, find_heading_year(name))
        for field, name in zip(fields, names, strict=True)
    )


def find_heading_year(text: str) -> int | None:
    """Give the one year that a heading prints: 2024年重点任务, but not 2024年3月."""
    years = set(HEADING_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def _split_names(upper: Row, lower: Row) -> tuple[str, ...] | None:
    """Join two header rows: a cell merged downwards or blank below keeps its name, the others take the lower one.

    A row that only goes on with merged names belongs to the header, too.
    """
    pairs = [(squash(above.text), squash(below.text)) for above, below in zip(upper, lower, strict=False)]
    kept = [top for top, bottom in pairs if bottom in {"", top}]
    split = [(top, bottom) for top, bottom in pairs if bottom not in {"", top}]
    goes_on = any(cell.merged and cell.text.strip() for cell in lower)
    if (
        not (split or goes_on)
        or not any(map(_names_field, kept))
        or not all(_names_field(b) or _names_field(t + b) for t, b in split)
    ):
        return None
    return tuple(top if bottom in {"", top} else _lower_name(top, bottom) for top, bottom in pairs)


def _lower_name(top: str, bottom: str) -> str:
    return bottom if _names_field(bottom) and not YEAR.fullmatch(top) else top + bottom


def _names_field(name: str) -> bool:
    return find_field(name) is not None


@lru_cache(maxsize=4096)  # asked of every cell, as any row may be a header again
def _may_head(name: str) -> bool:
    return _names_field(_without_year(name))


def _without_year(name: str) -> str:
    bare = YEAR.sub("", name)
    return bare if not find_field(name) and find_field(bare) else name
