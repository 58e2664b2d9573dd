"""The numbered outline of a document: its parts (body, annexes), and every numbered paragraph below its headings.

    三、主要任务
    （一）规范服务
    1.公开收费标准。在小区出入口公示项目和标准。

The innermost number is an entry of its own; words without a number belong to the entry above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.fields.numbering import Numbering
from wuye_cli.importing.fields.roles import are_names, mend_labels
from wuye_cli.importing.paragraphs import (
    ANNEX,
    CLOSING,
    DATE_LINE,
    PLAN_NAME,
    SIGNED,
    Passage,
    clean_line,
    count_hashes,
    find_mark,
    is_page_furniture,
    read_passages,
    split_heading,
)
from wuye_cli.importing.recognisers.numbered.inline_steps import split_steps
from wuye_cli.importing.recognisers.numbered.numbered_words import fold_words
from wuye_cli.importing.recognisers.numbered.signature_dates import COUNTS_ON, find_signature_dates
from wuye_cli.importing.recognisers.numbered.unnumbered import Group, mark_headings, split_paragraphs
from wuye_cli.importing.recognisers.table.unit_columns import COMPLETE

PUBLISHED = re.compile(r"[（(]此件\S{2,8}[）)]")
# Where the title is over and the text begins: 为贯彻落实…  根据《…》  各县（市、区）人民政府：
FIRST_SENTENCE = re.compile("^(为|根据|按照|依据|深入)|[。；：]|:$")
# What a web page prints above a document: 当前位置: 首页 > 政府信息公开   索引号: 1134…   发布时间:2025-03-28
WEB_PAGE = re.compile(
    r"[您的现所在当前]{0,6}位置\s*[:：]|网?站?首页\s*[>＞»]"
    r"|(?:索\s*引\s*号|(?:组配|主题|体裁|信息)分类|(?:发布|发文|制发|公开)(?:机构|机关|单位)|(?:发布|发文|成文|生成|生效)(?:日期|时间)"
    r"|(?:信息)?来源|(?:浏览|阅读|点击)(?:次数|量|数)|字[体号]|名\s*称|标\s*题|文\s*号|有效性|责任编辑)\s*[:：\[【]"
)
LETTERHEAD = re.compile(r"[一-鿿（）()\s]{2,30}文\s*件")  # 甲市人民政府文件
DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,12}\s*[〔\[［【（(]\s*20\d\d\s*[〕\]］】）)]\s*第?\s*\d{1,4}\s*号")
TITLE_LINES = 4
SHORTEST_TITLE = 9  # 保障措施 is no title of a plan


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks `first`..`last`: the notice, the body or one annex."""

    first: int
    last: int
    title: str
    is_annex: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered paragraph with what stands below it up to the next number.

    `above` are the headings over it, outermost first; `is_leaf`: no number stands below it.
    """

    number: Numbering
    passages: tuple[Passage, ...]
    above: tuple[str, ...]
    is_leaf: bool

    @property
    def heading(self) -> str:
        """The heading with its number, as printed."""
        printed = self.passages[0].text
        return printed[: len(printed) - len(self.number.rest)] + split_heading(self.number.rest)[0]

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraphs without the number."""
        return (self.number.rest, *(passage.text for passage in self.passages[1:]))

    @property
    def first(self) -> int:
        """The first block."""
        return self.passages[0].first

    @property
    def last(self) -> int:
        """The last block."""
        return self.passages[-1].last

    @property
    def at(self) -> Locator:
        """Where it begins."""
        return self.passages[0].at


def read_parts(document: Document) -> tuple[Part, ...]:
    """Cut a document where an annex begins, and behind the date or note that closes a notice."""
    starts = [0]
    signed = find_signature_dates(document)
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            continue
        line = clean_line(block.text)
        if ANNEX.fullmatch(line):
            starts.append(index)
        elif index in signed or PUBLISHED.fullmatch(line):
            starts.append(index + 1)
    ends = [*starts[1:], len(document.blocks)]
    return tuple(_part(document, first, end - 1) for first, end in zip(starts, ends, strict=True) if first < end)


def read_entries(document: Document, part: Part) -> tuple[Entry, ...]:
    """Read the numbered paragraphs of a part; the words behind its last paragraph belong to none."""
    passages = split_steps(read_passages(document, part.first, part.last))
    marked = tuple(mark_headings(tuple(passage for passage in passages if not _is_title(passage))))
    groups: list[Group] = []
    for at, (number, passage) in enumerate(marked):
        if number:
            groups.append((number, [passage]))
        elif groups and _closes(passage, marked[at + 1][1] if at + 1 < len(marked) else None):
            break
        elif groups:
            groups[-1][1].append(passage)
    if groups:
        _drop_signature(groups[-1][1])
    return tuple(_entries([*fold_words([own for group in groups for own in split_paragraphs(group)])]))


def _closes(passage: Passage, below: Passage | None) -> bool:
    """Whether a passage stands behind the last paragraph; a date with the next number below it does not."""
    if CLOSING.match(passage.text) or (SIGNED.match(passage.text) and passage.text.endswith("印发")):
        return True
    return SIGNED.match(passage.text) is not None and not (below and COUNTS_ON.match(below.text))


def _is_title(passage: Passage) -> bool:
    """A Markdown heading that is the title of the notice or of the plan."""
    if not passage.hashes or find_mark(passage.text):
        return False
    return passage.hashes == 1 or (len(passage.text) >= SHORTEST_TITLE and PLAN_NAME.search(passage.text) is not None)


def _drop_signature(passages: list[Passage]) -> None:
    """Short lines without punctuation behind the last paragraph are the issuer's name."""
    while len(passages) > 1 and _may_sign(passages[-1].text):
        passages.pop()


def _may_sign(text: str) -> bool:
    """Tell a name or a day from the rest of a paragraph, which may be a label or a deadline of its own."""
    is_due = is_deadline(text) and not DATE_LINE.fullmatch(text)
    return not is_due and not re.search("[，。；：、（(,;:]", mend_labels(text))


def _entries(groups: list[Group]) -> Iterator[Entry]:
    above: list[Entry] = []
    for at, (number, passages) in enumerate(groups):
        above = [entry for entry in above if entry.number.level < number.level]
        is_leaf = at + 1 == len(groups) or groups[at + 1][0].level <= number.level
        entry = Entry(number, tuple(passages), tuple(over.heading for over in above), is_leaf)
        above.append(entry)
        yield entry


def _part(document: Document, first: int, last: int) -> Part:
    lines = [block.text if isinstance(block, Paragraph) else "" for block in document.blocks[first : last + 1]]
    texts = [line for line in lines if clean_line(line) and not is_page_furniture(clean_line(line))]
    texts = list(_drop_dates([line for line in texts if not _is_above_title(clean_line(line))][: 2 * TITLE_LINES]))
    is_annex = bool(texts) and ANNEX.fullmatch(clean_line(texts[0])) is not None
    return Part(first, last, _title(texts[1:] if is_annex else texts), is_annex)


def _drop_dates(lines: list[str]) -> Iterator[str]:
    """Leave out the dates, and the office right above one: they stand below a title, too."""
    for at, (line, below) in enumerate(zip(lines, [*lines[1:], ""], strict=False)):
        is_office = at > 0 and COMPLETE.search(line.strip()) and DATE_LINE.fullmatch(clean_line(below))
        if not is_office and not DATE_LINE.fullmatch(clean_line(line)):
            yield line


def _is_above_title(line: str) -> bool:
    """Tell the letterhead, the number, and what a web page adds."""
    is_letterhead = LETTERHEAD.fullmatch(line) or DOCUMENT_NUMBER.fullmatch(line)
    return is_letterhead is not None or WEB_PAGE.match(line) is not None


def _title(lines: list[str]) -> str:
    """The lines above the first sentence or number; what begins as all of them did is the title of a sheet."""
    title: list[str] = []
    for printed, below in zip(lines[:TITLE_LINES], [*lines[1:], ""], strict=False):
        line = clean_line(printed)
        if title and count_hashes(printed) > 1 and not PLAN_NAME.search(line):
            break
        if (
            find_mark(line)
            or FIRST_SENTENCE.search(line)
            or (title and line.startswith("".join(title)))
            or (PLAN_NAME.search("".join(title)) and _are_authors(line))
            or _heads_columns(line, is_title=not find_field(clean_line(below)) or (not title and _may_be_title(line)))
        ):
            break
        title.append(line)
    return "".join(title)


def _are_authors(line: str) -> bool:
    """Tell a line of nothing but units, in brackets or not, below a title that is whole: 市住建局 市财政局."""
    return all(map(are_names, line.strip("（）()").split()))


def _may_be_title(line: str) -> bool:
    """任务清单 is a title as well as a column heading; 序号 and 责任单位 are none."""
    return find_field(line) in {"title", "content", "target", "requirement"}


def _heads_columns(line: str, *, is_title: bool) -> bool:
    """Tell column headings, bars between them or not, from the last line of a title, which may be such a word."""
    words = line.replace("|", " ").split()
    return words[:1] == ["序号"] or (all(find_field(word) for word in words[:3]) and not (is_title and len(words) == 1))
