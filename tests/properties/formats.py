"""A printed draft as a file of each format, made by other hands than those that read it."""

from __future__ import annotations

import csv
import html
import io
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.properties.print_draft import HEADINGS, Printed

Write = Callable[[Printed, Path], None]
_LINE = Side(style="thin")
_NARROW = {*HEADINGS["no"], *HEADINGS["level"]}
_WIDE = {*HEADINGS["content"], *HEADINGS["requirement"]}


def _blanked(printed: Printed) -> Iterator[list[str]]:
    """Give headings and rows with merged areas left blank below their first cell, as programs export them."""
    yield list(printed.headings)
    for row, spans in zip(printed.rows, printed.spans, strict=True):
        texts = [text if span else "" for text, span in zip(row, spans, strict=True)]
        yield texts + [""] * (len(printed.headings) - len(texts))


# Text


def write_csv(printed: Printed, path: Path) -> None:
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerows([line] + [""] * (len(printed.headings) - 1) for line in printed.lines)
    table.writerows(_blanked(printed))
    path.write_bytes(file.getvalue().encode("utf-8-sig"))


def write_tab_text(printed: Printed, path: Path) -> None:
    """What a spreadsheet puts on the clipboard: a cell of several lines stands in quotes."""
    rows = ["\t".join(f'"{text}"' if "\n" in text else text for text in row) for row in _blanked(printed)]
    path.write_text("\n".join((*printed.lines, "", *rows)) + "\n", encoding="utf-8")


def write_markdown(printed: Printed, path: Path) -> None:
    header, *rows = ["| " + " | ".join(map(_markdown_cell, row)) + " |" for row in _blanked(printed)]
    lines = (f"# {printed.lines[0]}", *printed.lines[1:])
    table = (header, "|" + "---|" * len(printed.headings), *rows)
    path.write_text("\n\n".join(lines) + "\n\n" + "\n".join(table) + "\n", encoding="utf-8")


def _markdown_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def write_html(printed: Printed, path: Path) -> None:
    lines = "".join(f"<p><span>{html.escape(line)}</span></p>\n" for line in printed.lines)
    rows = [_html_row(printed.headings, (1,) * len(printed.headings), "th")]
    for row, spans in zip(printed.rows, printed.spans, strict=True):
        across = f' colspan="{len(printed.headings)}"' if len(row) == 1 else ""
        rows.append(_html_row(row, spans, "td", across))
    page = f"<!DOCTYPE html><html><body>{lines}<table>{''.join(rows)}</table></body></html>"
    path.write_text(page, encoding="utf-8")


def _html_row(row: Sequence[str], spans: Sequence[int], tag: str, across: str = "") -> str:
    cells = (
        f'<{tag}{across} rowspan="{span}">{html.escape(text).replace(chr(10), "<br>")}</{tag}>'
        for text, span in zip(row, spans, strict=True)
        if span
    )
    return f"<tr>{''.join(cells)}</tr>\n"


# Workbooks


def write_xlsx(printed: Printed, path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    width = len(printed.headings)
    for number, line in enumerate(printed.lines, 1):
        _put(sheet, number, 1, line)
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=max(width, 2))
    first = len(printed.lines) + 1
    for column, heading in enumerate(printed.headings, 1):
        _put(sheet, first, column, heading)
        sheet.row_dimensions[first].height = 24
        sheet.column_dimensions[get_column_letter(column)].width = _width(heading)
    for number, (row, spans) in enumerate(zip(printed.rows, printed.spans, strict=True), first + 1):
        _fill_row(sheet, number, row, spans, width)
        sheet.row_dimensions[number].height = _height(printed.headings, row, printed.spans[number - first - 1 :])
    _rule(sheet, first)
    book.save(path)


def _fill_row(sheet: Worksheet, number: int, row: Sequence[str], spans: Sequence[int], width: int) -> None:
    if len(row) == 1:
        _put(sheet, number, 1, row[0])
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=max(width, 2))
        return
    for column, (text, span) in enumerate(zip(row, spans, strict=True), 1):
        if span:
            _put(sheet, number, column, text)
        if span > 1:
            sheet.merge_cells(start_row=number, start_column=column, end_row=number + span - 1, end_column=column)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = text or None
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _width(heading: str) -> int:
    return 8 if heading in _NARROW else 40 if heading in _WIDE else 18


def _height(headings: Sequence[str], row: Sequence[str], spans: Sequence[Sequence[int]]) -> float:
    """Make room for the longest cell: programs fit no row to a merged cell, its text would run into the next."""
    if len(row) == 1:
        return 16.0
    lines = (
        (2.2 * len(text) / _width(heading) + text.count("\n") + 1) / _reach(spans, column)
        for column, (heading, text) in enumerate(zip(headings, row, strict=True))
    )
    return 16.0 * max(lines) + 4


def _reach(spans: Sequence[Sequence[int]], column: int) -> int:
    """How many rows the cell takes; one that hangs in from above is no taller than its first row gave it."""
    return spans[0][column] or 99


def _rule(sheet: Worksheet, first: int) -> None:
    """Rule the table and let the page be as wide as it."""
    for row in sheet.iter_rows(min_row=first):
        for cell in row:
            cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A3  # thirteen columns that can still be read
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def convert_to_pdf(workbooks: Sequence[Path], folder: Path) -> None:
    """Print workbooks as PDF, all in one call."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, workbooks)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


# Word


def write_docx(printed: Printed, path: Path) -> None:
    document = docx.Document()
    for line in printed.lines:
        document.add_paragraph(line)
    table = document.add_table(len(printed.rows) + 1, len(printed.headings))
    cells = _word_cells(table)
    for column, heading in enumerate(printed.headings):
        cells[0][column].text = heading
    for number, (row, spans) in enumerate(zip(printed.rows, printed.spans, strict=True), 1):
        if len(row) == 1:
            cells[number][0].merge(cells[number][-1]).text = row[0]
            continue
        for column, (text, span) in enumerate(zip(row, spans, strict=True)):
            if span > 1:
                cells[number][column].merge(cells[number + span - 1][column])
            if span:
                cells[number][column].text = text
    document.save(str(path))


def _word_cells(table: Table) -> list[list[docx.table._Cell]]:
    """All cells, by row: asked one by one, the library counts from the first each time."""
    flat, width = table._cells, len(table.columns)
    return [flat[start : start + width] for start in range(0, len(flat), width)]


CHEAP: dict[str, Write] = {
    "csv": write_csv,
    "txt": write_tab_text,
    "md": write_markdown,
    "html": write_html,
    "xlsx": write_xlsx,
    "docx": write_docx,
}
