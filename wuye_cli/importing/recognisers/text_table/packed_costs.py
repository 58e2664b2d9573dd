"""How little words look like a cell of a column: by what they say, and by how their lines fill the column.

推动工业经济稳        a line breaks off where its column is full, so
进提质               施 cannot begin a cell that goes on with a far longer line
实施制造业…

"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from wuye_cli.importing.fields.deadline_words import is_damaged_deadline, is_deadline
from wuye_cli.importing.fields.duty_words import DOES
from wuye_cli.importing.paragraphs import display_width
from wuye_cli.importing.recognisers.table.cell_shape import BROKEN, NO_UNITS, NUMBER, badness, is_names
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE, RUN_TOGETHER

SLACK = 4  # columns of a terminal that a full line may lack: a figure or bracket went to the next
RAGGED = 1.5
WIDER = 2.0
SOFT = 0.7  # may be, but does not say so
NO_CELL = 3.0
RARELY = 0.3
OPENING = tuple("省市县区州旗各国团")
# 枞阳县、义安区人民政府   市委组织部、市妇联、团市委、各街道   各有关处室: of one name alone they would say little
UNIT_LIKE = (*"区县市州旗乡镇部会联社委处", "街道", "处室", "科室")
DISTRICTS = re.compile(r"(?:[\u4e00-\u9fff]{1,3}[县区]、){2}")  # 东湖区、南湖区、北湖
SEPARATORS = re.compile("[、，,；; ]")
HOTLINE = re.compile(r"\s*1(?:\d\d|23\d\d)\s*(?=热线|中心|平台|指挥)")  # 市 12345 热线管理中心
DUTY_ENDS = ("负责", "牵头", "配合", "落实")
DUTY = re.compile(rf"等*{DOES}$")  # 市教育局、市科技局等按职责分工负责
SHARED_DUTY = re.compile(r"(?:等|职责)[^、，。；]{0,6}负责$")
NO_END = 0.5
TWO_CELLS = 1.5
LONGEST_TITLE = 40
NAMING = frozenset({"", "title", "section"})
LONGEST_STEPS = 40
SHORTEST_NAME = 3  # a line that holds but 局 is the end of a word
HANGING = "，。、；：）”"  # may stand beyond the edge
ENDED = ("。", "；", "：", "！")  # a line that ends an item needs not be full
# 上半年完成主体工程   2025年3月底前印发，6月底前完成
STEPS = re.compile(r"(?:(?:20\d\d年)?\d{1,2}月|[上下]半年|第?[一二三四1-4]季度|年[底内中]|每[年半季月周日])[^。；]*")


@lru_cache(maxsize=100_000)
def misfit_cell(field: str, text: str) -> float:
    """Say how little words look like a whole cell of a field."""
    if field in UNIT_FIELDS:
        return _misfit_units(text)
    if field == "deadline":
        return _misfit_deadline("".join(text.split()))
    if NUMBER.fullmatch(text) or is_deadline(text) or badness("", text) >= BROKEN:
        return NO_CELL
    if field == "content":
        return _misfit_content(text)
    return (
        SOFT * is_names(text)
        + NO_CELL * (_is_unit_list(text) or SHARED_DUTY.search(text) is not None)
        + TWO_CELLS * ("。" in text or len(text) > LONGEST_TITLE) * (field in NAMING)
    )


def _misfit_content(text: str) -> float:
    if is_names(text):
        return NO_CELL
    if text.endswith(("。", "！", "；", "）")):
        return 0.0
    return NO_CELL if _ends_in_units(text) else NO_END


def _ends_in_units(text: str) -> bool:
    """Whether names follow the last sentence, and the last of them breaks off: …建立台账。市民政局、市."""
    sentence, _, rest = text.rpartition("。")
    names = SEPARATORS.split(rest)[:-1]
    return bool(sentence and names) and all(map(_is_like_unit, names))


def _is_unit_list(text: str) -> bool:
    """Tell several names, which are no heading: 市园林局、各街道."""
    names = SEPARATORS.split(text)
    return len(names) > 1 and text.startswith(OPENING) and all(map(_is_like_unit, names))


def _is_like_unit(name: str) -> bool:
    name = name.removesuffix("牵头")
    return name.endswith(UNIT_LIKE) or COMPLETE.search(name) is not None


def _misfit_units(text: str) -> float:
    text = HOTLINE.sub("", DUTY.sub("", text) if text.endswith(DUTY_ENDS) else text)
    if NO_UNITS.search(text) or is_deadline(text) or badness("lead", text) >= BROKEN:
        return NO_CELL
    unlike = sum(not _is_like_unit(name) for name in SEPARATORS.split(text) if name)
    opening = 0.0 if text.startswith(OPENING) else RARELY
    return opening + min(SOFT * unlike, NO_CELL) + TWO_CELLS * len(RUN_TOGETHER.findall(text))


def _misfit_deadline(text: str) -> float:
    if is_deadline(text) or is_damaged_deadline(text):
        return 0.0
    return SOFT if len(text) <= LONGEST_STEPS and STEPS.fullmatch(text) and not COMPLETE.search(text) else NO_CELL


def misfit_words(words: Iterable[str]) -> float:
    """Say how many words inside a text are a deadline or units: the cells of an item that ends there."""
    return TWO_CELLS * sum(map(_is_foreign, words))


def _is_foreign(word: str) -> bool:
    return is_deadline(word) or (len(word) >= SHORTEST_NAME and is_names(word)) or DISTRICTS.match(word) is not None


def misfit_lines(lines: Sequence[str], width: float | None) -> float:
    """Say how little the lines of a cell fill a column of that width, or of one that is not known yet."""
    taken = [measure(line) for line in lines]
    full = width or max(taken)
    ragged = sum(full - w > SLACK and not line.endswith(ENDED) for w, line in zip(taken[:-1], lines, strict=False)) + (
        len(lines) > 1 and taken[-1] > max(taken[:-1]) + SLACK / 2
    )
    return RAGGED * ragged + WIDER * sum(measure(line.rstrip(HANGING)) > full + 1 for line in lines)


@lru_cache(maxsize=20_000)
def measure(line: str) -> float:
    """Give the width of a line; the space that a text layer puts beside a figure is narrow."""
    return display_width(line) - line.count(" ") / 2
