"""A task table that a text layer left as hard-wrapped lines: cells in the order of the columns, no positions.

    序号 重点任务 工作内容 完成时限 牵头单位 责任单位
    1 公开收费标准
    在小区出入口公示收费项目和标准。 10月底前 市发展和改革委 市住建局

One number may hold several items; each has its number and title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.paragraphs import display_width, join_text, open_brackets, split_heading
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.spaced_text import is_spaced
from wuye_cli.importing.recognisers.table.cells import UNIT_FIELDS
from wuye_cli.importing.recognisers.table.group_counts import strip_counts
from wuye_cli.importing.recognisers.table.guessed_columns import doubt_guesses, guess_content
from wuye_cli.importing.recognisers.table.header import Header, find_heading_year
from wuye_cli.importing.recognisers.table.odd_rows import ask_about_list, doubt_odd_rows
from wuye_cli.importing.recognisers.table.unit_columns import UnitPiece, split_columns
from wuye_cli.importing.recognisers.text_table.header_lines import HeaderLine, find_header_lines, is_aligned
from wuye_cli.importing.recognisers.text_table.packed_table import read_packed_tasks
from wuye_cli.importing.recognisers.text_table.wrapped_pieces import Kind, Piece, read_pieces

NAME = "wrapped-table"
TITLE_WIDTH = 44
SLACK = 8  # columns of a terminal by which lines of one cell differ
NARROW_TITLE = 24  # the column of titles may be so narrow that a title takes several lines
WIDE_TITLE = 30
PACKED = 2  # lines to a row
COUNTED = re.compile(r"[一二三四五]是|首先|[（(①-⑳\d]")  # 一是建设平台。
PUNCTUATED = re.compile(r"[。；：！]|^[（(]?[\d一二三四五六七八九十]{1,2}[）)．.、]|^[①-⑳]")  # text, not a title
RUN_TOGETHER = "牵头单位和责任单位两栏连在一起，分界处没有标点，请核对。"
UNPARTED = "这张表各格连在一起，没有能逐格分开，各栏请对照原文核对，或改用原文件（Word、Excel、PDF）导入。"
NO_UNITS = "表头有单位栏，但这一项没有找到单位，请核对。"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the tables under header lines whose cells do not stand at the columns' positions."""
    lines = find_header_lines(document)
    wrapped = (line for line in lines if not is_aligned(document, line) and not is_spaced(document, line))
    claims = (_claim(document, replace(line, header=guess_content(line.header))) for line in wrapped)
    return tuple(claim for claim in claims if claim.tasks)


def _claim(document: Document, line: HeaderLine) -> Claim:
    """Read packed rows; else cells by what they can be, which are uncertain where no blank lines part them."""
    doubts: list[Problem] = []
    tasks = read_packed_tasks(document, line)
    if not tasks:
        pieces = read_pieces(document, line)
        tasks = tuple(_tasks(pieces, line.header))
        is_packed = _is_packed(pieces, len(tasks))
        doubts = [Problem("cells-run-together", field, UNPARTED) for field in ("*", "tasks") if is_packed]
    tasks = tuple(replace(task, problems=(*task.problems, *doubts[:1])) for task in tasks)
    doubted = doubt_odd_rows(strip_counts(tasks), in_order=True)
    return Claim(NAME, line.first, line.last, True, doubted, (*doubts[1:], *ask_about_list(doubted)))


def _is_packed(pieces: tuple[Piece, ...], tasks: int) -> bool:
    """Whether rows take several lines and blank ones part but a few of them."""
    gaps = sum(piece.gap for piece in pieces)
    return len({piece.at for piece in pieces}) > PACKED * tasks > PACKED * gaps


def _tasks(pieces: tuple[Piece, ...], header: Header) -> Iterator[RawTask]:
    no = title = section = ""
    for item in _items(pieces):
        texts = [piece for piece in item if piece.kind is Kind.TEXT]
        for piece in item:
            section = piece.text if piece.kind is Kind.SECTION else section
        number = next((piece for piece in item if piece.kind is Kind.NUMBER), None)
        if number is not None:
            no = number.text
            title, texts = _cut_title(texts, header)
        if len(texts) > 0 or number is not None:
            content = _joined(texts)
            task = RawTask(no, section, title or split_heading(content)[0], content, source=item[0].at)
            task = _with_units(_with_deadline(task, item, header), item, header)
            yield replace(task, problems=(*task.problems, *doubt_guesses(header, is_first=False)))


def _items(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Cut where a number stands, or where text follows the last cells of the row before."""
    item: list[Piece] = []
    for piece in pieces:
        in_tail = bool(item) and item[-1].kind in {Kind.DEADLINE, Kind.UNITS}
        opens = piece.kind in {Kind.NUMBER, Kind.SECTION} or (piece.kind is Kind.TEXT and in_tail)
        if opens and item and item[-1].kind is not Kind.SECTION:
            yield tuple(item)
            item = []
        item.append(piece)
    if item:
        yield tuple(item)


def _cut_title(texts: list[Piece], header: Header) -> tuple[str, list[Piece]]:
    """The first line is the title; it goes on while it is broken off, or up to a blank line."""
    if not header.indexes("content"):
        return _joined(texts), []
    if not header.indexes("title"):
        return "", texts
    end = 1
    while end < len(texts) and _goes_on(_joined(texts[:end]), texts, end):
        end += 1
    return _joined(texts[:end]), texts[end:]


def _goes_on(title: str, texts: list[Piece], at: int) -> bool:
    if open_brackets(title) > 0 or title.endswith(("、", "，", "和", "及", "与")) or _is_narrow(texts, at):
        return True
    width = min(TITLE_WIDTH, display_width(texts[0].text) + SLACK)
    is_last_line = at + 1 < len(texts) and texts[at + 1].gap and display_width(texts[at].text) < width
    is_sentence = texts[at].text.endswith("。") and not _ends_wide_title(texts, at)
    return is_last_line and not texts[at].gap and not title.endswith("。") and not is_sentence


def _ends_wide_title(texts: list[Piece], at: int) -> bool:
    """Whether a shorter sentence may be the rest of a title whose first line is as wide as a column."""
    is_shorter = display_width(texts[at].text) < display_width(texts[0].text) >= WIDE_TITLE
    return is_shorter and not COUNTED.match(texts[at].text)


def _is_narrow(texts: list[Piece], at: int) -> bool:
    """A line no wider than the title's first, above lines far wider: those of the next column."""
    width = display_width(texts[0].text)
    line = texts[at]
    if line.gap or width > NARROW_TITLE or display_width(line.text) > width or PUNCTUATED.search(line.text):
        return False
    return any(display_width(below.text) > 2 * width for below in texts[at + 1 :])


def _with_deadline(task: RawTask, item: tuple[Piece, ...], header: Header) -> RawTask:
    deadline = _joined([piece for piece in item if piece.kind is Kind.DEADLINE])
    year = header.year or find_heading_year(task.section)
    return replace(task, deadline=deadline if header.indexes("deadline") else None, year=year)


def _with_units(task: RawTask, item: tuple[Piece, ...], header: Header) -> RawTask:
    roles = [column.field for column in header.columns if column.field in UNIT_FIELDS]
    if not roles:
        return task
    pieces = tuple(UnitPiece(piece.text, piece.gap) for piece in item if piece.kind is Kind.UNITS)
    cells, certain = split_columns(pieces, len(roles))
    texts = {role: "、".join(c for r, c in zip(roles, cells, strict=True) if r == role and c) for role in UNIT_FIELDS}
    code, message = ("columns-run-together", RUN_TOGETHER) if pieces else ("units-missing", NO_UNITS)
    doubtful = () if certain else tuple(dict.fromkeys(roles))
    return replace(
        task,
        lead=texts["lead"],
        responsible=texts["responsible"],
        guide=texts["guide"],
        problems=tuple(Problem(code, role, message, task.source) for role in doubtful),
    )


def _joined(pieces: list[Piece]) -> str:
    text = ""
    for piece in pieces:
        text = join_text(text, piece.text)
    return text


RECOGNISER = Recogniser(NAME, find_claims)
