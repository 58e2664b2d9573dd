"""A column under a heading that nobody knows, known by its cells: dates, units, figures, or names of the tasks.

    | 挂图战役 | 主要任务         | 护航力量 | 交图日 |
    | 飞线清零 | 排查小区200个。  | 市住建局 | 10月底 |

It is taken for what no other column holds, and each of its values is asked about; where there is such a column already,
its words stay a remark, which is said once. What a heading is known to say (开工时间) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.heading_words import is_turned
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.fields.targets import read_targets
from wuye_cli.importing.fields.units import read_units
from wuye_cli.importing.recognisers.table.category_columns import TASK_FIELDS
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.header import Column, Header, Row, squash
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE
from wuye_cli.importing.recognisers.table.unwrapping import SENTENCE_END, unwrap

SHARE = 0.8  # of the cells that must look alike
LONGEST_FIGURE = 40
MONEY = re.compile("投资|资金|经费|概算|预算|金额|费用")  # what a project costs is no target
# 50%   达到序时进度   滞后
STANDING = re.compile(
    r"\d{1,3}(?:\.\d+)?[%％]|[已基本未]{0,2}(?:达到?|符合|超前?|滞后|落后|正常)(?:序时|时序)?(?:进度)?"
)
NAME = re.compile(r"[^。；\d]{2,30}")
ABOUT = re.compile("来源|依据|出处|地[点址]|电话|性质|领导|负责|专班|人$")  # what else is said of a task
TITLE = re.compile(r"[^。；]{4,40}。?")  # longer than the name of a person
MEANINGS = {
    "deadline": "完成时限",
    "lead": "牵头单位",
    "responsible": "责任单位",
    "target": "目标",
    "title": "任务名称",
    "content": "工作内容",
    "progress": "进展情况",
}


def guess_columns(header: Header, rows: Sequence[Row]) -> Header:
    """Mark the unknown columns with what their cells look like, and take those that nothing else is known for."""
    header = _find_wording(_find_titles(_check_known(header, rows), rows), rows)
    columns = list(header.columns)
    for at, column in enumerate(columns):
        if not _is_unknown(column):
            continue
        known = [one.field for one in columns]
        guess = _guess(column, [unwrap(text) for text in _cells(header, rows, at)], is_reported="progress" in known)
        if guess == "responsible" and guess in known[at:] and "lead" not in known:
            guess = "lead"  # who stands before the others
        if guess not in known:
            columns[at] = replace(column, field=guess, guess=guess)
        elif guess != "content" and not find_field(column.heading):  # 责任人 beside 责任单位 is no unit
            columns[at] = replace(column, guess=guess)
    return _name_titles(replace(header, columns=tuple(columns)), rows)


def _check_known(header: Header, rows: Sequence[Row]) -> Header:
    """单位 beside figures may hold names, and 序时进度 beside what is reported how far a task should be."""
    columns = list(header.columns)
    for at in header.indexes("measure"):
        if columns[at].heading == "单位" and _share(_is_units, _cells(header, rows, at)):
            columns[at] = replace(columns[at], field="" if header.indexes("responsible") else "responsible")
    for at in header.indexes("deadline") if header.indexes("progress") else ():
        if _share(_is_standing, _cells(header, rows, at)):
            columns[at] = replace(columns[at], field="")
    return replace(header, columns=tuple(columns))


def _find_wording(header: Header, rows: Sequence[Row]) -> Header:
    """One column of goals that holds sentences says what is done, where no other does: 2022年度任务目标."""
    goals = [at for field in ("yearly", "target") for at in header.indexes(field)]
    if header.indexes("content") or not header.indexes("title") or len(goals) != 1:
        return header
    columns = list(header.columns)
    if _share(_is_sentence, _cells(header, rows, goals[0])):
        columns[goals[0]] = replace(columns[goals[0]], field="content")
    return replace(header, columns=tuple(columns))


def _find_titles(header: Header, rows: Sequence[Row]) -> Header:
    """Where no column names the tasks, short names left of what is done do, one for each."""
    tasks = [at for field in TASK_FIELDS[1:] for at in header.indexes(field)]
    if header.indexes("title") or not tasks:
        return header
    columns = list(header.columns)
    unknown = [at for at in range(min(tasks)) if _is_unknown(columns[at]) and not ABOUT.search(columns[at].heading)]
    at = next((at for at in unknown if _are_titles(_cells(header, rows, at))), None)
    if at is not None:
        columns[at] = replace(columns[at], field="title", guess="title")
    return replace(header, columns=tuple(columns))


def _are_titles(cells: Sequence[str]) -> bool:
    is_other = any(is_deadline(cell) or _is_units(cell) for cell in cells)
    return len(set(cells)) == len(cells) > 0 and all(map(TITLE.fullmatch, cells)) and not is_other


def _name_titles(header: Header, rows: Sequence[Row]) -> Header:
    """Short names left of the tasks, one for each, are their titles, and the tasks what is to be done."""
    tasks = header.indexes("title")
    unknown = [at for at in range(tasks[0] if tasks else 0) if _is_unknown(header.columns[at])]
    if len(tasks) != 1 or len(unknown) != 1 or header.indexes("content"):
        return header
    names, words = (_cells(header, rows, at) for at in (unknown[0], tasks[0]))
    is_named = len(set(names)) == len(words) and all(map(NAME.fullmatch, names))
    if not is_named or sum(map(len, names)) >= sum(map(len, words)):
        return header
    columns = list(header.columns)
    columns[unknown[0]] = replace(columns[unknown[0]], field="title", guess="title")
    columns[tasks[0]] = replace(columns[tasks[0]], field="content")
    return replace(header, columns=tuple(columns))


def guess_content(header: Header) -> Header:
    """Take the first unknown column between titles and units for what is done, where no cells can tell it."""
    titles = header.indexes("title")
    who_or_when = [at for field in (*UNIT_FIELDS, "deadline") for at in header.indexes(field)]
    if header.indexes("content") or not titles or not who_or_when:
        return header
    columns = list(header.columns)
    at = next((at for at in range(titles[-1], min(who_or_when)) if _is_unknown(columns[at])), None)
    if at is not None:
        columns[at] = replace(columns[at], field="content", guess="content")
    return replace(header, columns=tuple(columns))


def _is_unknown(column: Column) -> bool:
    known = find_field(column.heading) not in {None, "person"}
    return not column.field and bool(column.heading) and not known and not is_turned(column.heading)


def _cells(header: Header, rows: Sequence[Row], at: int) -> list[str]:
    """Give the texts that the rows print in a column, a merged area once."""
    texts = (row[at].text.strip() for row in rows if len(row) == len(header.columns) and not row[at].merged)
    return [text for text in texts if text and squash(text) != header.columns[at].heading]


def _guess(column: Column, cells: Sequence[str], *, is_reported: bool) -> str:
    """Name the field that nearly all the cells look like; what share is done belongs to what is reported."""
    if is_reported and _share(_is_standing, cells):
        return "progress"
    alike = {"deadline": is_deadline, "responsible": _is_units, "content": _is_sentence, "target": _is_target}
    if MONEY.search(column.heading):
        del alike["target"]
    return next((field for field, fit in alike.items() if _share(fit, cells)), "")


def _share(fit: Callable[[str], bool], cells: Sequence[str]) -> bool:
    """Whether nearly all the cells look like it."""
    return bool(cells) and sum(map(fit, cells)) >= SHARE * len(cells)


def _is_units(cell: str) -> bool:
    names = read_units(cell).units
    return bool(names) and all(map(COMPLETE.search, names))


def _is_sentence(cell: str) -> bool:
    return SENTENCE_END.search(cell) is not None


def _is_standing(cell: str) -> bool:
    return STANDING.fullmatch(cell) is not None


def _is_target(cell: str) -> bool:
    return len(cell) <= LONGEST_FIGURE and bool(read_targets(cell, year=None, is_cell=True).targets)


def doubt_guesses(header: Header, *, is_first: bool) -> tuple[Problem, ...]:
    """Ask about the values of a task that stand in guessed columns; what was not taken is said with the first task."""
    return tuple(_doubt(column) for column in header.columns if column.guess and (column.field or is_first))


def _doubt(column: Column) -> Problem:
    meaning = MEANINGS[column.guess]
    if column.field:
        message = f"表头“{column.heading}”没有认出，这一栏按{meaning}读取，请核对。"
        return Problem("column-guessed", column.guess, message)
    message = f"表头“{column.heading}”没有认出，这一栏看来也是{meaning}，只放进了备注，请核对。"
    return Problem("column-unread", "remark", message)
