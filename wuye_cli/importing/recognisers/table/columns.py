"""Rows under a known header -> raw tasks: the one place that knows how a task table is meant to be read.

A blank cell in a column that groups rows (number, section, title, requirement) means "as above"; blank units and
deadlines mean none, but for the lead of those who assist inside a group. A row without words of its own is the rest of
the row above, cut by the end of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.numbering import find_number
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.category_columns import name_categories
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS, RowCells, RowValues, read_cells, read_values
from wuye_cli.importing.recognisers.table.group_counts import strip_counts
from wuye_cli.importing.recognisers.table.guessed_columns import doubt_guesses, guess_columns
from wuye_cli.importing.recognisers.table.header import Header, Row, find_header, find_heading_year
from wuye_cli.importing.recognisers.table.measures import find_measure, with_measure
from wuye_cli.importing.recognisers.table.number_columns import name_numbers
from wuye_cli.importing.recognisers.table.serial_dates import unfold_serial
from wuye_cli.importing.recognisers.table.short_rows import place_cells
from wuye_cli.importing.recognisers.table.table_end import SIGNING

GROUPING = ("section", "title", "requirement", "goal")  # outermost first: a new one ends those after it
OPENING = {"no", *GROUPING[1:], "content", "level", "deadline", "target", "yearly"}  # what a new item prints
CARRIED_ON = ("content", "requirement", "remark", "progress", "problem", "next_step", *UNIT_FIELDS)
BREAK_OFF = ("content", "requirement")  # long words, which a page end may cut
ASSISTING = re.compile("配合|协[同助办]|参[与加]")  # 配合单位, but not 责任单位
NUMBER = re.compile(r"[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?")  # 3  3.  （3）  三、
CHINESE_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")  # 一  （一）  一、
# 注：…  备注  填报人：  合计  — 3 —  续表
NOTE = re.compile(r"(?:注|备注|说明|附注|填[报表]|审核|联系|制表|[合总小]计)(?:$|.{0,4}[:：])|[—\-\s\d]+$|[（(]?续表")
NOTE_LABEL = re.compile("(?:注|备注|说明|附注)[:：]?")
SENTENCE_END = re.compile(r"[。；;！!]$")
CLAUSE_END = re.compile(r"[。；，;,：:\n]")
LONGEST_TITLE = 40
TOTAL = {"合计", "总计", "小计"}


def read_rows(rows: Sequence[Row], header: Header) -> tuple[RawTask, ...]:
    """Read the rows below a header; a header among them is a repeated or a new one."""
    table = _Table(_complete(header, rows))
    index = 0
    while index < len(rows):
        again = find_header(rows, index)
        if again is not None:
            table.meet_header(_complete(again, rows))
            index += again.height
        else:
            table.meet_row(rows[index])
            index += 1
    return strip_counts(table.tasks)


def _complete(header: Header, rows: Sequence[Row]) -> Header:
    """Name the columns under headings that nobody knows by their cells."""
    return guess_columns(name_categories(name_numbers(header, rows), rows), rows)


class _Table:
    """The state of reading down a table."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.tasks: list[RawTask] = []
        self.above: RowCells | None = None
        self._forget()

    def _forget(self) -> None:
        self.no = ""
        self.groups: dict[str, str] = {}

    def meet_header(self, header: Header) -> None:
        """A header that repeats goes on with the table; another one begins a new table."""
        self.above = None
        if header.columns != self.header.columns:
            self.header = header
            self._forget()

    def meet_row(self, row: Row) -> None:
        """Take one row below the header."""
        cells = read_cells(row, self.above)
        if line := self._line(cells):
            self._meet_line(line)
        elif any(cells.own) and cells.texts[0] not in TOTAL and not _is_aside(cells):
            placed = place_cells(row, self.header, self.above)
            cells = cells if placed.cells is row else read_cells(placed.cells, self.above)
            self._meet_values(read_values(cells, self.header), cells.at, (*self._shift(cells), *placed.problems))
        self.above = cells

    def _line(self, cells: RowCells) -> str:
        """The text across a row: its only one, from the first column on; or 一 and a heading beside it."""
        filled = cells.filled
        if filled == (0,):
            return cells.texts[0]
        if len(filled) == 2 and filled[0] in self.header.indexes("no"):
            number, heading = (cells.texts[index] for index in filled)
            if CHINESE_NUMBER.fullmatch(number):
                return f"{number}、{heading}" if number.isalpha() else number + heading
        return ""

    def _meet_line(self, text: str) -> None:
        """A text across the table is a heading of the rows below, or a note."""
        if NUMBER.fullmatch(text) or NOTE.match(text) or SIGNING.match(text):
            return
        self._forget()
        self.groups["section"] = text

    def _meet_values(self, values: RowValues, at: Locator, problems: tuple[Problem, ...]) -> None:
        if self.tasks and self._carries_on(values):
            self.tasks[-1] = _carry_on(self.tasks[-1], values)
            if "requirement" in values.own:
                self.groups["requirement"] = self.tasks[-1].requirement
            return
        self._group(values)
        self.tasks.append(self._task(values, at, problems))

    def _carries_on(self, values: RowValues) -> bool:
        """Whether the row is the rest of the one above: more units, or words that break off there."""
        opening = values.own & OPENING
        if opening == {"requirement"} and self.header.indexes("content"):
            return True
        if "content" in opening and opening <= set(BREAK_OFF):
            units = any(values.text(role) for role in UNIT_FIELDS)
            return not units and not any(SENTENCE_END.search(getattr(self.tasks[-1], field)) for field in opening)
        if opening == {"deadline"} and "content" not in values.texts:
            return not self.tasks[-1].deadline
        return not opening

    def _group(self, values: RowValues) -> None:
        """Remember what the row prints for those below it that print nothing."""
        self.no = values.text("no") or self.no
        for place, field in enumerate(GROUPING):
            text = values.text(field)
            if text and text != self.groups.get(field):
                for inner in GROUPING[place:]:
                    self.groups.pop(inner, None)
                self.groups[field] = text
                if not self.header.leading_deadlines:
                    self.groups.pop("deadline", None)

    def _shift(self, cells: RowCells) -> tuple[Problem, ...]:
        """A row with more cells than the header has columns: nobody knows which cell is the one too many."""
        width = len(self.header.columns)
        if not any(cells.texts[width:]):
            return ()
        message = f"这一行有 {len(cells.texts)} 格，表头只有 {width} 列，各格可能错位，请核对。"
        return (Problem("cells-shifted", "*", message),)

    def _task(self, values: RowValues, at: Locator, problems: tuple[Problem, ...]) -> RawTask:
        group = {field: self.groups.get(field, "") for field in GROUPING}
        goal = group.pop("goal")
        group["requirement"] = group["requirement"] or goal
        content = values.text("content")
        no, group["title"] = self._number(group["title"], content)
        if not self.header.indexes("content"):
            group["title"], content = _cut_title(group["title"])
        group["title"] = group["title"] or split_heading(content)[0]
        return RawTask(
            no=no,
            **group,
            content=content,
            level=values.text("level"),
            remark=values.text("remark"),
            lead=values.text("lead") or self._lead_of_group(values),
            responsible=values.text("responsible"),
            guide=values.text("guide"),
            deadline=self._deadline(values),
            target=_target(values),
            progress=values.text("progress"),
            problem=values.text("problem"),
            next_step=values.text("next_step"),
            yearly=tuple((year, _with_measure(values, text)) for year, text in values.yearly),
            year=self.header.year or find_heading_year(group["section"]) or find_heading_year(at.sheet or ""),
            source=at,
            problems=(
                *problems,
                *self._blank_units(values),
                *self._blank_deadline(values),
                *doubt_guesses(self.header, is_first=not self.tasks),
            ),
        )

    def _number(self, title: str, content: str) -> tuple[str, str]:
        """Where no column holds numbers, the one before the title is that of the task; steps have their own."""
        number = None if self.header.indexes("no") else find_number(title)
        if number is None or any(map(find_number, [*number.rest.split("\n")[1:], content])):
            return self.no, title
        return number.no, number.rest

    def _deadline(self, values: RowValues) -> str | None:
        """The cell of the row; left of the tasks it groups them, and a blank one is the one above."""
        if not self.header.indexes("deadline"):
            return None
        text = unfold_serial(values.text("deadline"))
        if text:
            self.groups["deadline"] = text
        return text or (self.groups.get("deadline", "") if self.header.leading_deadlines else "")

    def _blank_deadline(self, values: RowValues) -> tuple[Problem, ...]:
        """Items under one heading, and those above print a deadline: is it theirs, too?"""
        above = self.groups.get("deadline")
        if not above or values.text("deadline") or self.header.leading_deadlines or not self._in_group(values):
            return ()
        message = f"时限栏是空的，同一组里前面的是“{above}”；如果相同请补上。"
        return (Problem("deadline-blank", "deadlines", message),)

    def _lead_of_group(self, values: RowValues) -> str:
        """Give a blank lead inside a group that of the row above, where this one assists it or shares its number."""
        shared = self._assists(values) or self._shares_blanks(values)
        return self.tasks[-1].lead if self.tasks and shared else ""

    def _assists(self, values: RowValues) -> bool:
        """Who assists, assists somebody."""
        columns = [column.heading for column in self.header.columns if column.field == "responsible"]
        return self._in_group(values) and bool(values.text("responsible")) and all(map(ASSISTING.search, columns))

    def _in_group(self, values: RowValues) -> bool:
        """The row stands below a heading in its section's or title's column."""
        groups = (field for field in GROUPING[:2] if self.header.indexes(field))
        return any(self.groups.get(field) and field not in values.own for field in groups)

    def _shares_blanks(self, values: RowValues) -> bool:
        """Blank number and title are those above, where cells are not said to be merged: so may be the lead."""
        units = [role for role in UNIT_FIELDS if values.text(role)]
        return bool(units) and not any(values.text(field) for field in ("no", "title", "lead"))

    def _blank_units(self, values: RowValues) -> tuple[Problem, ...]:
        """Several items under one heading, and only the first names units, or a lead: theirs too, or none?"""
        above = self.tasks[-1] if self.tasks else None
        if above is None or {"no", "title"} & values.own:
            return ()
        if any(values.text(role) for role in UNIT_FIELDS):
            return self._blank_lead(values, above)
        role = next((role for role in UNIT_FIELDS if getattr(above, role)), None)
        if role is None:
            return ()
        message = f"单位栏是空的，上一项是“{getattr(above, role)}”；如果相同请补上。"
        return (Problem("units-blank", role, message),)

    def _blank_lead(self, values: RowValues, above: RawTask) -> tuple[Problem, ...]:
        if not above.lead or not self._shares_blanks(values) or self._assists(values):
            return ()
        message = f"牵头单位栏是空的，按同一任务的上一项读作“{above.lead}”，请核对。"
        return (Problem("units-blank", "lead", message),)


def _is_aside(cells: RowCells) -> bool:
    """Tell who fills in the table, and a note whose label has a cell for itself: 注： | 各单位按月报送."""
    first = cells.texts[cells.filled[0]]
    return SIGNING.match(first) is not None or (len(cells.filled) <= 2 and NOTE_LABEL.fullmatch(first) is not None)


def _target(values: RowValues) -> str:
    """The target cell, and the goal of the task where this row is its first."""
    goal = values.text("goal") if "goal" in values.own else ""
    figure = _with_measure(values, values.text("target"))
    words = figure or ("" if values.yearly else values.text("indicator"))  # 建成示范小区60个, no figure beside it
    return "\n".join(filter(None, (words, goal)))


def _with_measure(values: RowValues, cell: str) -> str:
    if not cell:
        return ""
    indicator = values.text("indicator")
    return with_measure(cell, indicator, values.text("measure") or find_measure(indicator or values.text("title")))


def _cut_title(text: str) -> tuple[str, str]:
    """One column for heading and wording together: a long cell is the wording, its first clause the title."""
    if len(text) <= LONGEST_TITLE:
        return text, ""
    return CLAUSE_END.split(text, maxsplit=1)[0][:LONGEST_TITLE], text


def _carry_on(task: RawTask, values: RowValues) -> RawTask:
    """Add the rest of a row that a page end has cut."""
    more = {field: getattr(task, field) + values.text(field) for field in CARRIED_ON if field in values.own}
    deadline = (task.deadline or "") + values.text("deadline") if "deadline" in values.own else task.deadline
    return replace(task, deadline=deadline, **more)
