"""Web pages as government sites publish them, and the "xls" files that are web pages inside.

A line is what a browser shows as one: pieces of styled spans belong together, `<br>` and blocks part them. A table
that only arranges the page is read through; a small table inside a cell becomes lines of the cell. What a page does
not show (scripts, menus, hidden parts) is dropped, hidden rows are read and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.decoding import decode_page
from wuye_cli.importing.readers.grid import split_grid
from wuye_cli.importing.readers.html_tree import Node, parse_html
from wuye_cli.importing.readers.list_numbers import format_number
from wuye_cli.importing.readers.spans import Span, lay_out

SIZE_LIMIT = 20 * 1024 * 1024
DROPPED = {
    *("script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe", "xml"),
    *("nav", "footer", "aside", "button", "select", "textarea", "rt", "del"),
}
BLOCKS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "pre", "center"),
    *("section", "article", "main", "header", "form", "fieldset", "blockquote", "caption", "address", "figure"),
    *("body", "html", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "legend", "figcaption", "details"),
}
ROW_WRAPPERS = {"thead", "tbody", "tfoot", "form", "center", "font", "div"}
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
WIDE = r"[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
BLANKS = re.compile(r"[ \t\r\n\f]+")
SOURCE_BREAK = re.compile(rf"(?<={WIDE})\n+|\n+(?={WIDE})")  # <span>市住建局</span>\n  <span>、: no space is meant
LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
NUMBERED = re.compile(r"\s*[（(]?[\d一二三四五六七八九十]+[）)、.．]")  # 1.   （一）   二、
PAGE_LINES = 10  # a table of one row with so many lines in a cell arranges a page
BREAK = "\0"


def read_html(data: bytes, name: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read a page or a fragment; beside the blocks, sentences for the clerk (hidden rows)."""
    if len(data) > SIZE_LIMIT:
        raise InputError("too-large", f"“{name}”超过 20 MB，不予读取；请用浏览器打开，把任务清单另存为 .docx 再导入。")
    walk = _Walk(name)
    blocks = tuple(walk.blocks(parse_html(decode_page(data, name))))
    hidden = (f"网页表格有 {walk.hidden_rows} 个隐藏的行，也读了。",) if walk.hidden_rows else ()
    return blocks, hidden


class _Walk:
    """One pass through the page: counts paragraphs and tables for the locators."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.paragraphs = 0
        self.tables = 0
        self.hidden_rows = 0

    def blocks(self, container: Node) -> Iterator[Block]:
        for line in _flow(container):
            if isinstance(line, Node):
                yield from self._table(line)
            else:
                self.paragraphs += 1
                yield Paragraph(line, Locator(paragraph=self.paragraphs))

    def _table(self, table: Node) -> Iterator[Block]:
        rows = [(row, _children(row, {"td", "th"}, ROW_WRAPPERS)) for row in _rows(table)]
        for caption in _children(table, {"caption"}, set()):
            yield from self.blocks(caption)
        if _is_frame([cells for _, cells in rows]):
            for _, cells in rows:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        self.tables += 1
        self.hidden_rows += sum(_is_hidden(row) for row, _ in rows)
        places = [Locator(table=self.tables, row=number) for number, _ in enumerate(rows, start=1)]
        grid = lay_out([[_span(cell, len(rows)) for cell in cells] for _, cells in rows], places, self.name)
        yield from split_grid(grid, Locator(table=self.tables, row=1))


def _rows(table: Node) -> list[Node]:
    return _children(table, {"tr"}, ROW_WRAPPERS)


def _children(node: Node, tags: set[str], wrappers: set[str]) -> list[Node]:
    """The children of some tags, looking through wrappers."""
    found = []
    for child in node.children:
        if isinstance(child, Node):
            if child.tag in tags:
                found.append(child)
            elif child.tag in wrappers:
                found += _children(child, tags, wrappers)
    return found


def _is_frame(rows: list[list[Node]]) -> bool:
    """Tell a table that arranges a page: one column wide, or around a table larger than itself, or full of lines."""
    cells = [cell for row in rows for cell in row]
    if all(len(row) < 2 for row in rows):
        return True
    if any(_size(table) > len(cells) for cell in cells for table in _inner_tables(cell)):
        return True
    return len(rows) == 1 and any(len(list(_flow(cell))) >= PAGE_LINES for cell in cells)


def _inner_tables(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            if child.tag == "table":
                yield child
            yield from _inner_tables(child)


def _size(table: Node) -> int:
    return sum(len(_children(row, {"td", "th"}, ROW_WRAPPERS)) for row in _rows(table))


def _span(cell: Node, most: int) -> Span:
    rows = _number(cell, "rowspan")
    return Span(_cell_text(cell), max(_number(cell, "colspan"), 1), min(rows or most, most))


def _number(cell: Node, name: str) -> int:
    text = cell.attributes.get(name, "1").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _cell_text(cell: Node) -> str:
    return "\n".join(_cell_lines(cell))


def _cell_lines(cell: Node) -> Iterator[str]:
    for line in _flow(cell):
        if isinstance(line, str):
            yield line
        else:
            for row in _rows(line):
                texts = (_cell_text(inner) for inner in _children(row, {"td", "th"}, ROW_WRAPPERS))
                yield " ".join(filter(None, texts))


def _flow(container: Node) -> Iterator[str | Node]:
    """The lines of a container as shown, and the tables between them."""
    line: list[str] = []
    for piece in _pieces(container):
        if isinstance(piece, str) and piece != BREAK:
            line.append(piece)
            continue
        if text := _shown("".join(line)):
            yield text
        line = []
        if isinstance(piece, Node):
            yield piece
    if text := _shown("".join(line)):
        yield text


def _shown(text: str) -> str:
    return BLANKS.sub(" ", SOURCE_BREAK.sub("", text)).replace("\xa0", " ").strip()


def _words(text: str) -> str:
    """The text of one element: within it a line break is a space, at its ends it may only lay out the source."""
    core = text.strip(" \t\r\n\f")
    before, _, after = text.partition(core) if core else (text, "", "")
    return _edge(before) + BLANKS.sub(" ", core).replace(BREAK, "") + _edge(after)


def _edge(blanks: str) -> str:
    return "\n" if "\n" in blanks else blanks


def _pieces(node: Node) -> Iterator[str | Node]:
    number = 0
    for child in node.children:
        if isinstance(child, str):
            yield from _preformatted(child) if node.tag == "pre" else (_words(child),)
        elif child.tag == "table":
            yield child
        elif child.tag == "br":
            yield BREAK
        elif child.tag not in DROPPED and not _is_hidden(child):
            number += child.tag == "li"
            label = _label(node, child, number) if child.tag == "li" else ""
            around = (BREAK,) if child.tag in BLOCKS else ()
            yield from (*around, label)
            yield from _pieces(child)
            yield from around


def _preformatted(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield line.replace(" ", "\xa0")
        yield BREAK


def _label(group: Node, item: Node, number: int) -> str:
    """The number that a browser prints before an item, unless the item brings its own."""
    if group.tag != "ol" or "none" in group.attributes.get("style", "") or not (text := next(_texts(item), "")):
        return ""
    if NUMBERED.match(text):
        return ""
    start = group.attributes.get("start", "1")
    count = number + (int(start) if start.isdigit() and len(start) < 6 else 1) - 1
    return format_number(count, LIST_STYLES.get(group.attributes.get("type", ""), "decimal")) + ". "


def _texts(node: Node) -> Iterator[str]:
    """The first words of an element, for a look ahead."""
    return (line for line in _flow(node) if isinstance(line, str))


def _is_hidden(node: Node) -> bool:
    return "hidden" in node.attributes or HIDDEN.search(node.attributes.get("style", "")) is not None
