"""Fills an office's own template: `{{标题}}` in any cell, header or footer, and one row per sheet that is repeated.

The row to repeat is the one that holds markers with a dot, `{{进展.重点任务}}`: the first word names the list, the
second a field of its rows; a list that comes in blocks also repeats columns (blocks.py). A cell that is nothing but
one placeholder takes the value as it is (a number stays a number in the cell's own format); within other words it
becomes text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.blocks import find_place, lay_out_blocks
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.filling import fill_sheet
from wuye_cli.workbooks.pictures import load_with_pictures
from wuye_cli.workbooks.stretching import make_room
from wuye_cli.workbooks.template_checks import has_placeholders, repeated_rows, template_problems


def fill_template(template: Path, content: Content) -> Workbook:
    """Load a template and fill it.

    Raises:
        InputError: the file is no template that can be filled; every unknown placeholder is named with its place.
    """
    return fill_source(read_archive(template), template.name, content)


def fill_source(source: bytes, name: str, content: Content) -> Workbook:
    """Fill a template like `fill_template`, from what its file holds."""
    workbook = load_with_pictures(source, name)
    for title in content.unprinted.intersection(workbook.sheetnames):
        workbook.remove(workbook[title])
    problems = template_problems(workbook, content)
    if problems:
        raise InputError("template-placeholder", f"模板“{name}”有 {len(problems)} 处要改：", problems)
    if not has_placeholders(workbook):
        sentence = f"“{name}”不是模板：没有一处 {{{{…}}}}。请用 wuye circular template 取出自带的模板，在它上面修改。"
        raise InputError("template-empty", sentence)
    laid_out = [pair for sheet in workbook.worksheets for pair in _laid_out(workbook, sheet, content)]
    if not laid_out:
        raise InputError("template-nothing-left", f"模板“{name}”只有分解表，而本月没有分解的指标，没有可写的内容。")
    _fill(workbook, laid_out)
    return workbook


def _laid_out(workbook: Workbook, sheet: Worksheet, content: Content) -> Iterator[tuple[Worksheet, Content]]:
    """Give the sheets that a sheet of the template becomes, each with its own content."""
    place = find_place(sheet, content.tables)
    if place is None:
        yield sheet, content
        return
    for one, block in zip(lay_out_blocks(workbook, sheet, place), place.table.blocks, strict=True):
        values = {**content.values, **block.numbered_values(place.name + place.table.head)}
        yield one, replace(content, values=values, lists={**content.lists, place.name: block.numbered_rows()})


def _fill(workbook: Workbook, sheets: list[tuple[Worksheet, Content]]) -> None:
    """Make room on all sheets before any is filled: what refers to a row from another sheet follows, too."""
    for sheet, own in sheets:
        for row, name in reversed(repeated_rows(sheet, own.tables)):
            make_room(workbook, sheet, row, len(own.lists[name]))
    for sheet, own in sheets:
        fill_sheet(sheet, own, repeated_rows(sheet, own.tables))
