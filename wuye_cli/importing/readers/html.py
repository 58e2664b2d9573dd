"""Web pages as government sites publish them, and the "xls" files that are web pages inside.

A table that only arranges the page is read through; a small table inside a cell becomes lines of the cell. What a
page does not show (scripts, menus, hidden parts) is dropped, hidden rows are read and said.
"""

from __future__ import annotations

from collections.abc import Iterator

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph
from wuye_cli.importing.readers.decoding import decode_page
from wuye_cli.importing.readers.grid import split_grid
from wuye_cli.importing.readers.html_lines import flow, is_hidden
from wuye_cli.importing.readers.html_tree import Node, TooMuchError, parse_html
from wuye_cli.importing.readers.spans import Span, lay_out

SIZE_LIMIT = 20 * 1024 * 1024
ROW_WRAPPERS = {"thead", "tbody", "tfoot", "form", "center", "font", "div"}
PAGE_LINES = 10  # a table of one row with so many lines in a cell arranges a page


def read_html(data: bytes, name: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Read a page or a fragment; beside the blocks, sentences for the clerk (hidden rows)."""
    if len(data) > SIZE_LIMIT:
        raise _too_large(name)
    walk = _Walk(name)
    try:
        blocks = tuple(walk.blocks(parse_html(decode_page(data, name))))
    except TooMuchError as error:
        raise _too_large(name) from error
    hidden = (f"网页表格有 {walk.hidden_rows} 个隐藏的行，也读了。",) if walk.hidden_rows else ()
    return blocks, hidden


def _too_large(name: str) -> InputError:
    return InputError(
        "too-large", f"“{name}”过大或表格层层嵌套，不予读取；请用浏览器打开，把任务清单另存为 .docx 再导入。"
    )


class _Walk:
    """One pass through the page: counts paragraphs and tables for the locators."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.paragraphs = 0
        self.tables = 0
        self.hidden_rows = 0

    def blocks(self, container: Node) -> Iterator[Block]:
        for line in flow(container):
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
        self.hidden_rows += sum(is_hidden(row) for row, _ in rows)
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
    return len(rows) == 1 and any(len(list(flow(cell))) >= PAGE_LINES for cell in cells)


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
    for line in flow(cell):
        if isinstance(line, str):
            yield line
        else:
            for row in _rows(line):
                texts = (_cell_text(inner) for inner in _children(row, {"td", "th"}, ROW_WRAPPERS))
                yield " ".join(filter(None, texts))
