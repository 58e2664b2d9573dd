"""Rows of a table read from text that do not fit in with the others, so that cells may have been cut or joined wrongly.

    3  检修电梯   市住建局、市应急局      4 is missing: its words may stand in 3 or in 5
    5  疏通管网   住建局                 every other cell begins 市…: the head of the name stands elsewhere
    6  清理飞线   市工信局、市             breaks off

Nothing is put right here; what is odd is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.unit_words import DEPARTMENT, WHOLE
from wuye_cli.importing.fields.units import read_units
from wuye_cli.importing.recognisers.claim import RawTask
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE

HEADED = re.compile(r"[省市县区州盟旗各]\S{2}|[^、，]{2,3}[省市县区州盟旗]\S")  # 市住建局   各区住建局   青山区住建局
HEADLESS = re.compile(r"[一-鿿]{1,10}(?:局|委|办|委员会|办公室)$")  # 住建局   监管局
CUT = re.compile(r"(?:^|[、，,；;])[省市县区州盟旗各]$")  # 市   市工信局、市
COUNTED = re.compile(r"\d[\u4e00-\u9fff]{1,2}$")  # 加装电梯700台
BROKEN_SHARE = 0.3
FEWEST_BROKEN = 3
FEWEST_CELLS = 5
HEADED_SHARE = 0.8
MISPLACED = "这一列的单位几乎都以市、县、区等开头，本格不是，可能缺了开头的字，请核对。"
NO_UNITS = "这一列别的格都是单位名称，这一格不是，这一行各格可能错位，请核对。"
CUT_OFF = "单位名称没有写完，后面的文字可能落进了别处，请核对。"
SKIPPED = "序号不连续（{}）：原文如果不是这样编号的，中间的任务没有读出来，请核对。"
UNTRUSTED = "多数行的文字串入了相邻的栏，各栏都请对照原文核对，或改用原文件（Word、Excel、PDF）导入。"


def doubt_odd_rows(tasks: Sequence[RawTask], *, in_order: bool = False) -> tuple[RawTask, ...]:
    """Doubt the tasks whose number, or whose units, do not fit in with those of the others.

    `in_order`: the cells follow each other, so that those of a row whose number was lost stand behind the row above.
    """
    problems: list[list[Problem]] = [list(task.problems) for task in tasks]
    for at, problem in (*_numbers(tasks, in_order=in_order), *_units(tasks), *_broken(tasks)):
        problems[at].append(problem)
    return tuple(replace(task, problems=tuple(found)) for task, found in zip(tasks, problems, strict=True))


def ask_about_list(tasks: Sequence[RawTask]) -> tuple[Problem, ...]:
    """Ask whether rows are lost: the list leaves numbers out, or no row of it can be trusted."""
    is_broken = any(problem.code == "cells-disordered" for task in tasks for problem in task.problems)
    broken = [Problem("cells-disordered", "tasks", UNTRUSTED, tasks[0].source)] if is_broken else []
    return (*broken, *_ask_about_gaps(tasks))


def _ask_about_gaps(tasks: Sequence[RawTask]) -> tuple[Problem, ...]:
    """Ask whether the list itself leaves numbers out."""
    numbers = [0, *_read_numbers(tasks)]
    gaps = [at for at in range(1, len(numbers)) if _is_gap(numbers[at - 1], numbers[at])]
    if not gaps:
        return ()
    places = "、".join(f"{numbers[at - 1] or '开头'}到{numbers[at]}" for at in gaps)
    return (Problem("number-missing", "tasks", SKIPPED.format(places), tasks[gaps[0] - 1].source),)


def _read_numbers(tasks: Sequence[RawTask]) -> list[int | None]:
    return [int(task.no) if task.no.isascii() and task.no.isdigit() else None for task in tasks]


def _is_gap(above: int | None, below: int | None) -> bool:
    return above is not None and below is not None and below > above + 1


def _numbers(tasks: Sequence[RawTask], *, in_order: bool) -> Iterator[tuple[int, Problem]]:
    """A number that is left out, or comes again: the rows on both sides may hold what is missing."""
    numbers = _read_numbers(tasks)
    if numbers and _is_gap(0, numbers[0]) and not in_order:
        yield 0, Problem("number-missing", "*", f"序号从{numbers[0]}开始，前面的任务可能没有读出来，请核对。")
    for at, (above, below) in enumerate(pairwise(numbers)):
        if above is None or below is None or (in_order and _is_gap(above, below) and _is_whole(tasks, at)):
            continue
        if below not in {above, above + 1, 1} or (below == above and _differ(tasks[at], tasks[at + 1])):
            sentence = f"序号{above}的下一项是{below}，中间可能有任务没有读出来，或一项被拆成了两项，请核对。"
            yield from ((row, Problem("number-missing", "*", sentence)) for row in (at, at + 1))


def _is_whole(tasks: Sequence[RawTask], at: int) -> bool:
    """Whether a row is one item, each of its cells one line of the right kind: it has taken in no other row."""
    task = tasks[at]
    units = [text for field in UNIT_FIELDS if (text := getattr(task, field))]
    is_one = (at == 0 or tasks[at - 1].no != task.no) and "\n" not in task.content + (task.deadline or "")
    is_wording = not task.content[:1].isdigit()  # 98% is the progress, where that of two rows was read
    return is_one and is_wording and bool(units) and all(map(_are_units, units))


def _are_units(cell: str) -> bool:
    """Whether each name in a cell ends as one does, or begins with the place it belongs to: 市委督查室, 市发改."""
    names = [name for name in read_units(cell).units if not (HEADED.match(name) or DEPARTMENT.fullmatch(name))]
    return all((WHOLE.fullmatch(name) or COMPLETE.search(name)) and not COUNTED.search(name) for name in names)


def _differ(above: RawTask, below: RawTask) -> bool:
    """Items of one number share its title; where a list prints no titles, each item's is cut from its words."""
    is_cut = any(task.content.startswith(task.title.rstrip("。")) for task in (above, below))
    return above.section == below.section and above.title != below.title and bool(below.content) and not is_cut


def _units(tasks: Sequence[RawTask]) -> Iterator[tuple[int, Problem]]:
    for field in UNIT_FIELDS:
        cells = [(at, text) for at, task in enumerate(tasks) if (text := getattr(task, field))]
        headed = [at for at, text in cells if HEADED.match(text)]
        is_usual = len(cells) >= FEWEST_CELLS and len(headed) >= HEADED_SHARE * len(cells)
        strange = [at for at, text in cells if not _are_units(text)]
        for at, text in cells:
            if CUT.search(text):
                yield at, Problem("cell-broken", field, CUT_OFF)
            elif at in strange and len(strange) <= (1 - HEADED_SHARE) * len(cells):
                yield at, Problem("cell-broken", "*", NO_UNITS)
            elif is_usual and at not in headed and HEADLESS.match(re.split("[、，,；;]", text, maxsplit=1)[0]):
                yield at, Problem("cell-broken", field, MISPLACED)


def _broken(tasks: Sequence[RawTask]) -> Iterator[tuple[int, Problem]]:
    """Where many rows have broken cells, the columns were cut at the wrong places and none can be trusted."""
    broken = [task for task in tasks if any(problem.code == "cell-broken" for problem in task.problems)]
    if len(broken) >= max(FEWEST_BROKEN, BROKEN_SHARE * len(tasks)):
        yield from ((at, Problem("cells-disordered", "*", UNTRUSTED)) for at in range(len(tasks)))
