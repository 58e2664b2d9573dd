"""Fills an office's own template: `{{标题}}` in any cell, header or footer, and one row per sheet that is repeated.

The row to repeat is the one that holds markers with a dot, `{{进展.重点任务}}`: the first word names the list, the
second a field of its rows; a list that comes in blocks also repeats columns (blocks.py). A cell that is nothing but
one placeholder takes the value as it is (a number stays a number in the cell's own format); within other words it
becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import read_archive, unpacking
from wuye_cli.workbooks.blocks import BlockTable, block_problems, find_place, lay_out_blocks
from wuye_cli.workbooks.cells import Value, writable, write_value
from wuye_cli.workbooks.heights import fit_rows
from wuye_cli.workbooks.placeholders import PLACEHOLDER, cell_fields
from wuye_cli.workbooks.stretching import repeat_row

LOST_DRAWINGS = re.compile(rb"<xdr:(?:sp|pic|grpSp|cxnSp)\b")  # text boxes, pictures, groups, connecting lines


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a template: single values, lists of rows that all have the same fields, lists in blocks."""

    values: Mapping[str, Value]
    lists: Mapping[str, Sequence[Mapping[str, Value]]]
    fields: Mapping[str, frozenset[str]]
    tables: Mapping[str, BlockTable] = field(default_factory=dict)


def fill_template(template: Path, content: Content) -> Workbook:
    """Load a template and fill it.

    Raises:
        InputError: the file is no template that can be filled; every unknown placeholder is named with its place.
    """
    return fill_source(read_archive(template), template.name, content)


def fill_source(source: bytes, name: str, content: Content) -> Workbook:
    """Fill a template like `fill_template`, from what its file holds."""
    workbook = _load(source, name)
    problems = [problem for sheet in workbook.worksheets for problem in _problems(sheet, content)]
    if problems:
        raise InputError("template-placeholder", f"模板“{name}”有 {len(problems)} 处要改：", tuple(problems))
    if not any(PLACEHOLDER.search(text) for sheet in workbook.worksheets for _, _, text in _texts(sheet)):
        sentence = f"“{name}”不是模板：没有一处 {{{{…}}}}。请用 wuye circular template 取出自带的模板，在它上面修改。"
        raise InputError("template-empty", sentence)
    for sheet in workbook.worksheets:
        for one, own in _laid_out(workbook, sheet, content):
            _fill_sheet(workbook, one, own)
    if not workbook.worksheets:
        raise InputError("template-nothing-left", f"模板“{name}”只有分解表，而本月没有分解的指标，没有可写的内容。")
    return workbook


def _load(source: bytes, name: str) -> Workbook:
    with unpacking(name):
        with ZipFile(BytesIO(source)) as archive:
            drawings = [part for part in archive.namelist() if part.startswith("xl/drawings/drawing")]
            if any(LOST_DRAWINGS.search(archive.read(part)) for part in drawings):
                raise InputError(
                    "template-drawing",
                    f"模板“{name}”里有图片、文本框或形状，填写时会丢失；请改用单元格或图表。",
                )
        return load_workbook(BytesIO(source))


def _problems(sheet: Worksheet, content: Content) -> Iterator[str]:
    repeated = dict.fromkeys(_repeated(sheet, content.tables))
    if len(repeated) > 1:
        found = "、".join(f"第 {row} 行的“{name}”" for row, name in repeated)
        yield f"工作表“{sheet.title}”有几处逐行的占位符（{found}）；一张工作表只能有一行，取自一个列表。"
    for place, row, text in _texts(sheet):
        for match in PLACEHOLDER.finditer(text):
            name, field = match.groups()
            if not _is_known(name, field, content):
                yield f"工作表“{sheet.title}”{place}：不认识“{match.group()}”，{_hint(name, content)}。"
            elif field and not row:
                yield f"工作表“{sheet.title}”{place}：逐行的内容只能放在单元格里。"
    yield from (f"工作表“{sheet.title}” {problem}" for problem in block_problems(sheet, content.tables))


def _texts(sheet: Worksheet) -> Iterator[tuple[str, int | None, str]]:
    """All texts of a sheet that may hold placeholders, with their place."""
    for row, cells in enumerate(sheet.iter_rows(), 1):
        for cell in cells:
            if isinstance(cell.value, str):
                yield f" {cell.coordinate} 单元格", row, cell.value
    for part in _page_texts(sheet):
        yield "页眉页脚", None, part.text


def _page_texts(sheet: Worksheet) -> Iterator[Any]:
    pages: tuple[Any, ...] = (
        *(sheet.oddHeader, sheet.evenHeader, sheet.firstHeader),
        *(sheet.oddFooter, sheet.evenFooter, sheet.firstFooter),
    )
    for page in pages:
        for part in (page.left, page.center, page.right):
            if part.text:
                yield part


def _is_known(name: str, field: str | None, content: Content) -> bool:
    return field in content.fields.get(name, ()) if field else name in content.values


def _hint(name: str, content: Content) -> str:
    fields = content.fields.get(name)
    if fields is None:
        return f"可用的有：{'、'.join((*content.values, *(f'{known}.…' for known in content.fields)))}"
    return f"“{name}”可用的有：{'、'.join(sorted(fields))}"


def _laid_out(workbook: Workbook, sheet: Worksheet, content: Content) -> Iterator[tuple[Worksheet, Content]]:
    """Give the sheets that a sheet of the template becomes, each with its own content."""
    place = find_place(sheet, content.tables)
    if place is None:
        yield sheet, content
        return
    for one, block in zip(lay_out_blocks(workbook, sheet, place), place.table.blocks, strict=True):
        values = {**content.values, **block.numbered_values(place.name + place.table.head)}
        yield one, replace(content, values=values, lists={**content.lists, place.name: block.numbered_rows()})


def _fill_sheet(workbook: Workbook, sheet: Worksheet, content: Content) -> None:
    items: dict[int, Mapping[str, Value]] = {}
    for first, name in set(_repeated(sheet, content.tables)):
        items = dict(enumerate(content.lists[name], first))
        repeat_row(workbook, sheet, first, len(items))
    for row, cells in enumerate(sheet.iter_rows(), 1):
        item = items.get(row, {})
        for cell in cells:
            if isinstance(cell.value, str) and PLACEHOLDER.search(cell.value):
                write_value(cell, _filled(cell.value, content.values, item))
    for part in _page_texts(sheet):
        part.text = PLACEHOLDER.sub(lambda match: _page_text(content.values[match.group(1)]), part.text)
    fit_rows(sheet, range(1, sheet.max_row + 1))


def _repeated(sheet: Worksheet, tables: Mapping[str, BlockTable]) -> Iterator[tuple[int, str]]:
    """Where rows are asked for: the row on the sheet and the name of the list, once per marker."""
    for cell, name, field_name in cell_fields(sheet):
        if name not in tables or field_name != tables[name].head:
            yield cell.row, name


def _filled(text: str, values: Mapping[str, Value], item: Mapping[str, Value]) -> Value:
    def value(match: re.Match[str]) -> Value:
        name, field = match.groups()
        return item.get(field) if field else values[name]

    whole = PLACEHOLDER.fullmatch(text)
    return value(whole) if whole else PLACEHOLDER.sub(lambda match: _as_text(value(match)), text)


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value if isinstance(value, str) else f"{value:.15g}"


def _page_text(value: Value) -> str:
    """In headers and footers a single & begins a code."""
    return writable(_as_text(value)).replace("&", "&&")
