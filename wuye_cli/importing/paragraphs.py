"""Physical lines to logical paragraphs: undo hard wrapping, page numbers and blank lines inside a sentence.

    （二）开展排查。对辖区内的小区逐一登
    — 3 —
    记，建立台账。

A line goes on with the one above unless a number opens it or the one above has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.fields.numbering import Numbering, find_number
from wuye_cli.importing.fields.roles import LABEL, are_names

WHOLE_PARAGRAPHS = frozenset({"docx", "doc", "odt", "html"})
LONGEST_TITLE = 40
HEADING_LIMIT = 40
# — 3 —   - 13 -   第 3 页 共 5 页   第3页/共5页
PAGE_NUMBER = re.compile(r"[—–－-]+\s*\d{1,3}\s*[—–－-]+|第\s*\d+\s*页([,，/\s]*共\s*\d+\s*页)?")
BARE_NUMBER = re.compile(r"\d{1,3}")
# Markdown around the words: # heading, - item, > quotation, **bold**, and the escape in 1\. and \*
MARKDOWN = re.compile(r"^\s*(?:(?:#+|[-*+>])\s+|[•●▪◆■➢]\s*)+|\*\*|__|\\(?=[.\-*_#()\[\]+!~>])")
HASHES = re.compile(r"\s*(#{1,6})\s")
# A label that typesetting stretched: 责 任 单 位：
STRETCHED = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]\s+){2,6}[\u4e00-\u9fff]\s*(?=[:：])")
# The line that opens an annex: 附件1   附件 2：   附件
ANNEX = re.compile(r"附\s*件\s*\d{0,2}\s*[:：]?")
# The name of a plan or notice ends: …方案   …任务清单》的通知
PLAN_NAME = re.compile("(?:方案|计划|要点|意见|措施|通知|清单|办法|细则|规划)(?:[（(].*[）)])?[》>]?(?:的通知)?$")
# What stands behind the last paragraph: 附件：… 抄送：… （此件公开发布） 本意见自…起施行, and what a web page adds
CLOSING = re.compile(
    r"附\s*件\s*\d*\s*([:：]|$)|附\s*件\s*\d+|抄送|[（(]此件|[（(]联系人|本\S{2,6}自\S{4,14}(起施行|施行)"
    r"|分享到|打印本页|[^，。；]{0,30}网站标识码|版权所有|上一篇|下一篇"
)
DATE_LINE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
# The date below a signature, or the imprint: 2023年4月17日   甲市人民政府办公室2023年4月17日印发   印发日期：2023年…
SIGNED = re.compile(
    r"(?!(?:计划)?(?:完成|办理|整改|落实)?(?:时限|时间|期限)|时间节点)"  # 完成时限 2025年6月30日
    r"(?:(?:成文|发文|印发|发布|公布)(?:日期|时间)[:：]|[^，。；,;:：]{0,20}?)\s*"
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发)?$"
)
# （责任单位：… on a line of its own belongs to the paragraph above but does not continue its sentence
OWN_BRACKET = re.compile(r"[（(【\[［〔]\s*\S{0,8}(单位|部门|牵头)")
# A bracket of units ends its paragraph: （责任单位：甲局）   （甲局牵头，乙局配合）
UNITS_END = re.compile(
    r"(?:[（(【\[［〔][^（()）]{0,8}(?:单位|部门|主体)[:：].*|(?:牵头|负责|配合|落实|参与|参加|协助|指导))[）)】\]］〕]$"
)
# （责任单位：1.甲局；2.乙局: what follows is no step
UNITS_OPEN = re.compile(r"[（(【\[［〔][^（()）]{0,8}(?:单位|部门|主体)[:：][^（()）】\]］〕。]*$")
# 第十二条, 1.5: at the head of a line they may as well be quoted or counted by the sentence above
LOOSE_NUMBER = re.compile(r"第\S{1,4}条(?![\s:：、【〔])|\d+[.．]\d")
BARE_LEVEL = 3  # 2.6月底前 is number 2
LABELLED = re.compile("(?:单位|部门|主体|时限)[:：][^。；;]*$")  # ends without a full stop
SENTENCE_END = "。！？；：!?;:"
OPEN_END = "，、,（(《“—"
WRAP_SHARE = 0.35
FULL_SHARE = 0.8
WIDEST_WRAPPED = 110


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line of a passage begins: the sign of its text, the block of the document and the place."""

    offset: int
    block: int
    at: Locator


@dataclass(frozen=True, slots=True)
class Passage:
    """One logical paragraph, put together of physical lines; `hashes` is the depth of a Markdown heading."""

    text: str
    lines: tuple[Line, ...]
    hashes: int = 0

    @property
    def first(self) -> int:
        """The first block."""
        return self.lines[0].block

    @property
    def last(self) -> int:
        """The last block."""
        return self.lines[-1].block

    @property
    def at(self) -> Locator:
        """Where it begins."""
        return self.lines[0].at


def clean_line(text: str) -> str:
    """Take off indentation, Markdown, and the spaces inside a label."""
    text = text.replace("\u3000", " ")
    plain = text.strip() if is_page_number(text) else MARKDOWN.sub("", text).strip()
    return STRETCHED.sub(lambda found: "".join(found[0].split()), plain)


def is_page_number(text: str) -> bool:
    """Tell page numbers and page footers; a bare number may as well open a row of a table."""
    return PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_page_furniture(text: str) -> bool:
    """Tell what a page adds to running text, bare numbers included."""
    return is_page_number(text) or BARE_NUMBER.fullmatch(text.strip()) is not None


def join_text(left: str, right: str) -> str:
    """Put a broken line together again; only Latin words and numbers keep a space."""
    gap = " " if left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum() else ""
    return left + gap + right


def display_width(text: str) -> int:
    """Count columns: a Chinese character is two wide."""
    return sum(1 if char.isascii() else 2 for char in text)


def open_brackets(text: str) -> int:
    """Count brackets and quotation marks that are still open at the end."""
    return sum(text.count(a) - text.count(b) for a, b in ("（）", "()", "《》", "“”", "【】"))


def split_heading(text: str) -> tuple[str, str]:
    """Cut the heading sentence off a paragraph: 规范服务。公开… -> 规范服务, 公开….

    A paragraph that opens with no heading stays whole and lends its first words.
    """
    heading, stop, rest = text.partition("。")
    if len(heading) <= LONGEST_TITLE and (stop or not re.search("[；;！]", heading)):
        return heading.strip(), rest.strip()
    return re.split("[，,；;：:]", heading)[0].strip(), text


def read_passages(document: Document, first: int, last: int) -> tuple[Passage, ...]:
    """Read blocks `first`..`last` (both included) as logical paragraphs; tables and tab-separated rows end one."""
    full = _full_width(tuple(block.text for block in document.blocks if isinstance(block, Paragraph)))
    passages: list[Passage] = []
    above = ""  # the physical line above, "" where the next one cannot continue it
    for index in range(first, last + 1):
        block = document.blocks[index]
        if not isinstance(block, Paragraph) or "\t" in block.text:
            above = ""
            continue
        line = clean_line(block.text)
        if not line or is_page_furniture(line):
            continue
        hashes = count_hashes(block.text)
        was_full = full is not None and display_width(above) >= full
        if (
            above
            and not hashes
            and document.format not in WHOLE_PARAGRAPHS
            and _continues(passages[-1].text, line, was_full)
        ):
            passages[-1] = join_passages(passages[-1], Passage(line, (Line(0, index, block.at),)))
        else:
            passages.append(Passage(line, (Line(0, index, block.at),), hashes))
        above = "" if hashes else line
    return tuple(passages)


def count_hashes(text: str) -> int:
    """Give the depth of a Markdown heading, 0 for other lines."""
    found = HASHES.match(text)
    return len(found[1]) if found else 0


def join_passages(one: Passage, other: Passage) -> Passage:
    """Put two passages together."""
    text = join_text(one.text, other.text)
    shift = len(text) - len(other.text)
    return Passage(text, (*one.lines, *(replace(line, offset=line.offset + shift) for line in other.lines)))


def split_passage(passage: Passage, offsets: Sequence[int]) -> tuple[Passage, ...]:
    """Cut a passage at the signs `offsets`, the first of which is 0."""
    return tuple(_part(passage, *span) for span in pairwise([*offsets, len(passage.text)]))


def _part(passage: Passage, start: int, end: int) -> Passage:
    before = [line for line in passage.lines if line.offset <= start][-1]
    within = [line for line in passage.lines if start < line.offset < end]
    lines = [replace(line, offset=max(0, line.offset - start)) for line in (before, *within)]
    return Passage(passage.text[start:end].strip(), tuple(lines), 0 if start else passage.hashes)


@lru_cache(maxsize=8)  # every part of a document asks for that of the whole
def _full_width(texts: tuple[str, ...]) -> int | None:
    """Give the width from which a line is full, where the document is wrapped hard; None where it is not."""
    widths = sorted(display_width(line) for line in map(clean_line, texts) if line)
    if len(widths) < 10 or widths[-1] > WIDEST_WRAPPED:
        return None
    full = round(widths[-1] * FULL_SHARE)
    return full if _share(width >= full for width in widths) >= WRAP_SHARE else None


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values)


def _continues(before: str, line: str, was_full: bool) -> bool:
    """Tell whether a line goes on with the sentence of the paragraph before it."""
    number = find_mark(line)
    if number is not None and UNITS_OPEN.search(before) and are_names(number.rest.strip("，,；;、。）)")):
        return True
    if number is not None and (line.startswith(number.no or "-") or open_brackets(before) <= 0):
        is_loose = number.level != BARE_LEVEL and LOOSE_NUMBER.match(line) is not None
        return is_loose and not _has_ended(before) and not LABELLED.search(before)
    if (
        is_closing(line)
        or OWN_BRACKET.match(line)
        or LABEL.match(line)
        or is_closing(before)
        or UNITS_END.search(before)
    ):
        return False
    if open_brackets(before) > 0 or before[-1] in OPEN_END:
        return True
    return was_full or not _has_ended(before)


def is_closing(text: str) -> bool:
    """Tell what stands behind the last paragraph, or looks like its date; a deadline may look the same."""
    return CLOSING.match(text) is not None or SIGNED.match(text) is not None


def _has_ended(before: str) -> bool:
    """Tell a whole sentence, a heading, or a line without any sentence."""
    if before[-1] in SENTENCE_END or UNITS_END.search(before) or is_heading(before):
        return True
    return before[-1] not in OPEN_END and not re.search("[，。；,;]", before)


def is_heading(text: str) -> bool:
    """A numbered line of heading length without a full sentence."""
    number = find_mark(text)
    return number is not None and len(number.rest) <= HEADING_LIMIT and not re.search("[。；！;]", number.rest)


def find_mark(text: str) -> Numbering | None:
    """Read the number of a paragraph; a damaged one ((十推动…) shows in the heading sentence alone."""
    heading, stop, rest = text.partition("。")
    if (number := find_number(text)) is None and (number := find_number(heading)) is not None:
        return Numbering(number.level, number.no, number.rest + stop + rest)
    return number
