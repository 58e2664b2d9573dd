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
from wuye_cli.importing.recognisers.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.claim import RawTask

HEADED = re.compile(r"[省市县区州盟旗各]\S{2}|[^、，]{2,3}[省市县区州盟旗]\S")  # 市住建局   各区住建局   青山区住建局
HEADLESS = re.compile(r"[一-鿿]{1,10}(?:局|委|办|委员会|办公室)$")  # 住建局   监管局
CUT = re.compile(r"(?:^|[、，,；;])[省市县区州盟旗各]$")  # 市   市工信局、市
BROKEN_SHARE = 0.3
FEWEST_BROKEN = 3
FEWEST_CELLS = 5
HEADED_SHARE = 0.8
MISPLACED = "这一列的单位几乎都以市、县、区等开头，本格不是，可能缺了开头的字，请核对。"
CUT_OFF = "单位名称没有写完，后面的文字可能落进了别处，请核对。"
UNTRUSTED = "多数行的文字串入了相邻的栏，各栏都请对照原文核对，或改用原文件（Word、Excel、PDF）导入。"


def doubt_odd_rows(tasks: Sequence[RawTask]) -> tuple[RawTask, ...]:
    """Doubt the tasks whose number, or whose units, do not fit in with those of the others."""
    problems: list[list[Problem]] = [list(task.problems) for task in tasks]
    for at, problem in (*_numbers(tasks), *_units(tasks), *_broken(tasks)):
        problems[at].append(problem)
    return tuple(replace(task, problems=tuple(found)) for task, found in zip(tasks, problems, strict=True))


def _numbers(tasks: Sequence[RawTask]) -> Iterator[tuple[int, Problem]]:
    """A number that is left out, or comes again: the rows on both sides may hold what is missing."""
    numbers = [int(task.no) if task.no.isascii() and task.no.isdigit() else None for task in tasks]
    if numbers and numbers[0] not in {None, 0, 1}:
        yield 0, Problem("number-missing", "*", f"序号从{numbers[0]}开始，前面的任务可能没有读出来，请核对。")
    for at, (above, below) in enumerate(pairwise(numbers)):
        if above is None or below is None:
            continue
        if below not in {above, above + 1, 1} or (below == above and _differ(tasks[at], tasks[at + 1])):
            sentence = f"序号{above}的下一项是{below}，中间可能有任务没有读出来，或一项被拆成了两项，请核对。"
            yield from ((row, Problem("number-missing", "*", sentence)) for row in (at, at + 1))


def _differ(above: RawTask, below: RawTask) -> bool:
    """Items of one number share its title; where a list prints no titles, each item's is cut from its words."""
    is_cut = any(task.content.startswith(task.title.rstrip("。")) for task in (above, below))
    return above.section == below.section and above.title != below.title and bool(below.content) and not is_cut


def _units(tasks: Sequence[RawTask]) -> Iterator[tuple[int, Problem]]:
    for field in UNIT_FIELDS:
        cells = [(at, text) for at, task in enumerate(tasks) if (text := getattr(task, field))]
        headed = [at for at, text in cells if HEADED.match(text)]
        is_usual = len(cells) >= FEWEST_CELLS and len(headed) >= HEADED_SHARE * len(cells)
        for at, text in cells:
            if CUT.search(text):
                yield at, Problem("cell-broken", field, CUT_OFF)
            elif is_usual and at not in headed and HEADLESS.match(re.split("[、，,；;]", text, maxsplit=1)[0]):
                yield at, Problem("cell-broken", field, MISPLACED)


def _broken(tasks: Sequence[RawTask]) -> Iterator[tuple[int, Problem]]:
    """Where many rows have broken cells, the columns were cut at the wrong places and none can be trusted."""
    broken = [task for task in tasks if any(problem.code == "cell-broken" for problem in task.problems)]
    if len(broken) >= max(FEWEST_BROKEN, BROKEN_SHARE * len(tasks)):
        yield from ((at, Problem("cells-disordered", "*", UNTRUSTED)) for at in range(len(tasks)))
