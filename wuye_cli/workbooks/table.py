"""A plain table as a printable sheet: A4 landscape, one page wide, header rows repeated, page numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import Value, part_style, write_value
from wuye_cli.workbooks.heights import fit_rows

TITLE_FONT = Font(name="方正小标宋简体", size=20)
HEADER_FONT = Font(name="黑体", size=11)
BODY_FONT = Font(name="仿宋_GB2312", size=11)
THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
HEADER_ROW = 3
MARGIN = 0.6  # inches
WIDEST_ON_A4 = 200  # digits: what is wider would be printed too small to be read, and goes onto A3


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its heading, its width in digits, and whether its values stand centred."""

    heading: str
    width: float
    centred: bool


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: its name, a title, a line of words above the table, the table, and notes under it."""

    name: str
    title: str
    line: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[Sequence[Value]]
    notes: tuple[str, ...] = ()
    merges: tuple[str, ...] = ()  # areas of the table that are one cell
    formats: Mapping[str, str] = field(default_factory=dict)  # of single cells, by their place


def build_workbook(tables: Sequence[SheetTable]) -> Workbook:
    """Lay out every table on a sheet of its own."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    set_default_font(workbook)
    for table in tables:
        _fill(workbook.create_sheet(table.name), table)
    return workbook


def set_default_font(workbook: Any) -> None:
    """Make 宋体 11 the default: column widths count digits of the default font; openpyxl publishes no way to set it."""
    font = Font(name="宋体", size=11, charset=134)
    workbook._fonts = IndexedList([font])
    workbook._named_styles["Normal"].font = font


def _fill(sheet: Worksheet, table: SheetTable) -> None:
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    _write_line(sheet, 1, table.title, len(table.columns), (TITLE_FONT, CENTRE))
    _write_line(sheet, 2, table.line, len(table.columns), (BODY_FONT, LEFT))
    heading = _style(sheet, HEADER_FONT, CENTRE)
    _write_row(sheet, HEADER_ROW, [column.heading for column in table.columns], [heading] * len(table.columns))
    centred, left = (_style(sheet, BODY_FONT, alignment) for alignment in (CENTRE, LEFT))
    styles = [centred if column.centred else left for column in table.columns]
    for number, row in enumerate(table.rows, HEADER_ROW + 1):
        _write_row(sheet, number, row, styles)
    for place, number_format in table.formats.items():
        part_style(sheet[place])
        sheet[place].number_format = number_format
    for area in table.merges:
        sheet.merge_cells(area)
    for number, note in enumerate(table.notes, HEADER_ROW + len(table.rows) + 1):
        _write_line(sheet, number, note, len(table.columns), (BODY_FONT, LEFT))
    fit_rows(sheet, range(1, sheet.max_row + 1))
    set_up_page(sheet, HEADER_ROW)
    if sum(column.width for column in table.columns) > WIDEST_ON_A4:
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3


def _write_line(sheet: Worksheet, row: int, text: str, columns: int, style: tuple[Font, Alignment]) -> None:
    """One line over the whole width of the table."""
    cell: Any = sheet.cell(row, 1)
    write_value(cell, text)
    cell.font, cell.alignment = style
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _style(sheet: Worksheet, font: Font, alignment: Alignment) -> Any:
    """Make a style that cells share: a style per cell would take longer than all else."""
    cell: Any = WriteOnlyCell(sheet)
    cell.font, cell.alignment, cell.border = font, alignment, GRID
    return cell._style


def _write_row(sheet: Worksheet, number: int, values: Sequence[Value], styles: Sequence[Any]) -> None:
    for column, (value, style) in enumerate(zip(values, styles, strict=True), 1):
        cell: Any = sheet.cell(number, column)
        cell._style = style
        write_value(cell, value)


def set_up_page(sheet: Worksheet, header_row: int) -> None:
    """Make a sheet print on A4 landscape, one page wide, with its header row on every page."""
    sheet.freeze_panes = f"A{header_row + 1}"
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # a new sheet always has it
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = sheet.page_margins.top = MARGIN
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"  # type: ignore[union-attr]
