"""Lines of a table that follow each other without blank ones -> rows, each with its number.

    5
    编制城市更新专项规划，6 月中旬报审。
    6 月中旬
    6
    推进乡村全面振兴

A row begins where a number counts on from the last one; where several lines could, the one that leaves the row above
whole. Numbers are of one kind, 1 or （一）; cells left of them stand above the number, behind the row above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.numerals import find_number
from wuye_cli.importing.paragraphs import is_page_number
from wuye_cli.importing.recognisers.text_table.aligned_pages import closes_table
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, is_note
from wuye_cli.importing.recognisers.text_table.packed_words import Word, part_words

NUMBER_HEADING = "序号"  # in a narrow column, one sign to a line
# 二、强化要素保障   （一）政务服务
SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\s、，。；：\d]{2,24}")
# 3   3 办好民生实事   but not 6 月中旬   6 个   6 个，同步实施
FIGURE = re.compile(r"0*(\d{1,3})[.、．]?(?:$|\s+(?!月|日|\d|\S?(?:$|[，。、；])))")
# （三）   （三） 办好民生实事
BRACKETED = re.compile(r"([（(][一二三四五六七八九十]{1,3}[）)])(?:$|\s+)")
GROUP_END = re.compile(r"([\u4e00-\u9fff、]{2,12})\s+(\d{1,3})")
MOST_CANDIDATES = 5
WIDEST_GAP = 8  # numbers that a list may leave out
LONGEST_ROW = 100  # lines

Pages = tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, how many headers stand above it, and the number it may begin with."""

    page: int
    text: str
    at: Locator
    no: str = ""
    rest: str = ""

    @property
    def count(self) -> int:
        """What the number counts."""
        return find_number(self.no.strip("（）()")) or 0


@dataclass(frozen=True, slots=True)
class Row:
    """A number and the words behind it, by page; a heading across the table stands for itself."""

    no: str
    at: Locator
    pages: Pages


def read_lines(document: Document, table: HeaderLine) -> list[Line]:
    """Give the lines of a table without repeated headers; none where blank lines part its rows."""
    blocks = [block for block in document.blocks[table.below : table.last + 1] if isinstance(block, Paragraph)]
    texts = [block.text.strip() for block in blocks]
    end = next((at for at in range(len(texts)) if closes_table(texts, at)), len(texts))
    while end and not texts[end - 1]:
        end -= 1
    lines: list[Line] = []
    page = 0
    for at, text in enumerate(texts[:end]):
        block = table.below + at
        head = table.head_at(block)
        if head and block == head.first:
            page += 1
            while lines and lines[-1].text in NUMBER_HEADING:
                lines.pop()
        if not text and not _ends_page(texts, at):
            return []
        if text and not head and not is_page_number(text) and not is_note(text):
            lines.append(Line(page, text, blocks[at].at))
    return lines


def _ends_page(texts: Sequence[str], at: int) -> bool:
    """Whether a blank line stands beside a page number."""
    return any(is_page_number(text) for text in texts[max(at - 1, 0) : at + 2])


def read_rows(lines: Sequence[Line], cost: Callable[[Pages], float], *, has_groups: bool = False) -> list[Row]:
    """Part lines at their numbers, which may begin anew below a heading; `cost`: how little words are a whole row.

    Where groups stand left of the numbers, they may begin anew with each; the first group is a row without number.
    """
    lines = _find_numbers(list(_part_group_ends(lines)) if has_groups else lines)
    headings = [at for at in range(len(lines)) if _is_heading(lines, at, has_groups=has_groups)]
    restarts = [at for at, line in enumerate(lines) if has_groups and line.count == 1]
    rows: list[Row] = []
    for start, end in pairwise(sorted({0, *headings, *restarts, len(lines)})):
        below = start + (start in headings)
        rows += [Row(line.text, line.at, ()) for line in lines[start:below]]
        if below < end and not lines[below].no:
            if not has_groups or any(line.no for line in lines[below:end]):
                return []
            rows.append(Row("", lines[below].at, _pages(lines[below:end])))
        else:
            rows += _read_numbered(lines[below:end], cost)
    return rows


def _is_heading(lines: Sequence[Line], at: int, *, has_groups: bool) -> bool:
    """Tell a heading across the table from the first line of a group: the group's next line is no row yet."""
    goes_on = has_groups and at + 1 < len(lines) and not lines[at + 1].no
    return not lines[at].no and SECTION.fullmatch(lines[at].text) is not None and not goes_on


def _part_group_ends(lines: Sequence[Line]) -> Iterator[Line]:
    """Part the number of a row from the last line of its group, where it stands nowhere else: 绿地建设 4."""
    opening = {number[1] for line in lines if (number := FIGURE.match(line.text))}
    for line in lines:
        found = GROUP_END.fullmatch(line.text)
        if found and found[2] not in opening:
            yield from (replace(line, text=found[1]), replace(line, text=found[2]))
        else:
            yield line


def _find_numbers(lines: Sequence[Line]) -> list[Line]:
    """Read numbers of the kind that most lines have."""
    kind = max((FIGURE, BRACKETED), key=lambda kind: sum(kind.match(line.text) is not None for line in lines))
    found = [kind.match(line.text) for line in lines]
    return [
        replace(line, no=number[1], rest=line.text[number.end() :]) if number else line
        for line, number in zip(lines, found, strict=True)
    ]


def _read_numbered(lines: Sequence[Line], cost: Callable[[Pages], float]) -> list[Row]:
    numbers = {at: line.count for at, line in enumerate(lines) if line.no}
    starts = list(numbers)[:1]
    while starts and (candidates := _next(numbers, starts[-1])):
        starts.append(_likeliest(lines, starts[-1], candidates, cost))
    return [_row(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _next(numbers: Mapping[int, int], start: int) -> list[int]:
    """Give the lines that hold the next number, or the first behind it where some are left out."""
    found: list[int] = []
    for step in range(1, WIDEST_GAP + 1):
        found = found or [at for at, number in numbers.items() if at > start and number == numbers[start] + step]
    return found


def _likeliest(lines: Sequence[Line], start: int, candidates: Sequence[int], cost: Callable[[Pages], float]) -> int:
    near = [at for at in candidates[:MOST_CANDIDATES] if at - start <= LONGEST_ROW] or candidates[:1]
    return min(near, key=lambda at: cost(_row(lines[start:at]).pages)) if len(near) > 1 else near[0]


def _row(lines: Sequence[Line]) -> Row:
    first, *others = lines
    return Row(first.no, first.at, _pages([replace(first, text=first.rest), *others]))


def _pages(lines: Sequence[Line]) -> Pages:
    filled = [line for line in lines if line.text]
    return tuple(part_words([line.text for line in page]) for _, page in groupby(filled, key=lambda line: line.page))
