"""Units of two or three columns that a text layer ran together: where does one column end and the next begin?

    市住房和城乡建设局
    、市发展和改革委员会
    （空行）
    市民政局、各县区人民政府

A break is certain where a blank line or a complete name shows it, and doubtful inside a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from wuye_cli.importing.paragraphs import join_text, open_brackets

_ENDING = (
    "人民政府|政府|办事处|管委会|委员会|(?<![市县区省])委|局|厅|办公室|(?<=[务管治督化信])办|(?<=^[省市县区州]..)办|部门|支队|大队|总队|公司|集团"
    "|中心|协会|法院|检察院|银行|单位|企业"
)
_OWN_ROOMS = "(?:有关|相关|业务|职能|直属)*(?:[处科股]室|成员单位)"  # 市局各有关处室, 市安委会各成员单位
_BEGINNING = f"各(?!{_OWN_ROOMS})|[市省](?=[一-鿿])|县(?=[一-鿿])|区(?=[一-鿿])|街道|乡镇|国网|领导小组"
# 市住房和城乡建设局|各县（市）区住建部门: one name is complete and the next begins, with nothing between them
RUN_TOGETHER = re.compile(rf"(?:{_ENDING})(?=(?:{_BEGINNING}))")
COMPLETE = re.compile(rf"(?:{_ENDING}|[）)])$")
SEPARATORS = "、，,；; "


@dataclass(frozen=True, slots=True)
class UnitPiece:
    """One printed line of units; `gap`: a blank line stands above it."""

    text: str
    gap: bool


def split_columns(pieces: tuple[UnitPiece, ...], count: int) -> tuple[tuple[str, ...], bool]:
    """Share the lines out to `count` columns; the flag says whether the break is certain."""
    if count == 1 or not pieces:
        return (_joined(pieces), *("",) * (count - 1)), bool(pieces)
    blanks = [at for at in range(1, len(pieces)) if pieces[at].gap and _may_break(pieces, at)]
    soft = [at for at in range(1, len(pieces)) if _may_break(pieces, at)]
    for breaks in (blanks, soft):
        if len(breaks) >= count - 1:
            chosen = breaks[: count - 1]
            return _cut(pieces, chosen), len(breaks) == count - 1
    return _cut_inside(pieces, count)


def _may_break(pieces: tuple[UnitPiece, ...], at: int) -> bool:
    """A column cannot end in the middle of a name, nor behind a separator."""
    left, right = _joined(pieces[:at]), pieces[at].text
    return bool(COMPLETE.search(left)) and open_brackets(left) == 0 and right[0] not in SEPARATORS + "）)"


def _cut(pieces: tuple[UnitPiece, ...], breaks: list[int]) -> tuple[str, ...]:
    edges = [0, *breaks, len(pieces)]
    return tuple(_joined(pieces[start:end]) for start, end in pairwise(edges))


def _cut_inside(pieces: tuple[UnitPiece, ...], count: int) -> tuple[tuple[str, ...], bool]:
    """Two columns on one line with nothing between them; never certain."""
    text = _joined(pieces)
    ends = [match.end() for match in RUN_TOGETHER.finditer(text)][: count - 1]
    edges = [0, *ends, len(text)]
    cells = [text[start:end] for start, end in pairwise(edges)]
    return (*cells, *("",) * (count - len(cells))), False


def _joined(pieces: tuple[UnitPiece, ...]) -> str:
    text = ""
    for piece in pieces:
        text = join_text(text, piece.text)
    return text
