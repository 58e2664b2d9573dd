"""Reports as workbooks: the circular from the office's template, any other table on a plain printable sheet."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.render.circular_content import circular_template_content
from wuye_cli.render.grid import Grid, Kind
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.cells import Value
from wuye_cli.workbooks.headings import set_heading_fonts
from wuye_cli.workbooks.saving import save_workbook, workbook_bytes, write_whole
from wuye_cli.workbooks.table import SheetTable, TableColumn, build_workbook
from wuye_cli.workbooks.template import fill_source

SIGN_LINE = "填报单位（盖章）：　　　　　　填报人：　　　　　联系电话：　　　　　　填报日期：　　　　　单位：个、%"


def write_circular(circular: Circular, template: Path, path: Path) -> None:
    """Fill the template of the circular; the first sheet holds its text.

    Raises:
        InputError: the template asks for something that a circular does not have.
        OSError: the place cannot be written to.
    """
    write_whole(circular_bytes(circular, read_archive(template), template.name), path)


def circular_bytes(circular: Circular, template: bytes, name: str) -> bytes:
    """Fill the template of the circular, given by its content and name; the same circular gives the same bytes."""
    workbook = fill_source(template, name, circular_template_content(circular))
    set_heading_fonts(workbook.worksheets[0])
    return workbook_bytes(workbook)


def write_grid_workbook(grid: Grid, path: Path, *more: Grid) -> None:
    """Write tables as a workbook, one sheet each, named by the table.

    Raises:
        OSError: the place cannot be written to.
    """
    save_workbook(build_workbook([_sheet(one) for one in (grid, *more)]), path)


def _sheet(grid: Grid) -> SheetTable:
    columns = tuple(
        TableColumn(column.heading, max(column.width, 6), column.kind is not Kind.TEXT) for column in grid.columns
    )
    rows = tuple(
        tuple(_printed(value, column.kind) for value, column in zip(row, grid.columns, strict=True))
        for row in grid.rows
    )
    return SheetTable(grid.name, grid.title, SIGN_LINE, columns, rows, grid.notes)


def _printed(value: Value, kind: Kind) -> Value:
    """Percentages are plain figures on paper, their unit stands above the table; what is not there is a dash."""
    if value is None:
        return "—" if kind in {Kind.NUMBER, Kind.PERCENT} else None
    return value
