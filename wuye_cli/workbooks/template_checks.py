"""What a template asks for that cannot be given, named with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.blocks import BlockTable, block_problems, find_place
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.placeholders import MERGE, PLACEHOLDER, cell_fields, page_texts


def template_problems(workbook: Workbook, content: Content) -> tuple[str, ...]:
    """Name every placeholder that cannot be filled, a sentence each."""
    return tuple(problem for sheet in workbook.worksheets for problem in _problems(sheet, content))


def has_placeholders(workbook: Workbook) -> bool:
    """Tell whether a workbook asks for anything at all."""
    return any(PLACEHOLDER.search(text) for sheet in workbook.worksheets for _, _, text in _texts(sheet))


def find_placeholders(workbook: Workbook) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Go through all placeholders: the sheet, the place on it, and the marker itself."""
    for sheet in workbook.worksheets:
        for place, _, text in _texts(sheet):
            yield from ((sheet.title, place.strip(), match) for match in PLACEHOLDER.finditer(text))


def repeated_rows(sheet: Worksheet, tables: Mapping[str, BlockTable]) -> tuple[tuple[int, str], ...]:
    """Find where rows are asked for: the row on the sheet and the name of the list."""
    asked = (
        (cell.row, name) for cell, name, field in cell_fields(sheet) if name not in tables or field != tables[name].head
    )
    return tuple(dict.fromkeys(asked))


def _problems(sheet: Worksheet, content: Content) -> Iterator[str]:
    repeated = repeated_rows(sheet, content.tables)
    crowded = len({row for row, _ in repeated}) < len(repeated)
    if crowded or (len(repeated) > 1 and find_place(sheet, content.tables)):
        found = "、".join(f"第 {row} 行的“{name}”" for row, name in repeated)
        yield f"工作表“{sheet.title}”的逐行占位符放不到一起（{found}）：一行只能取自一个列表，分解表要独占一张表。"
    for place, in_cell, text in _texts(sheet):
        problems = (problem for match in PLACEHOLDER.finditer(text) for problem in _wrong(match, content, in_cell))
        yield from (f"工作表“{sheet.title}”{place}：{problem}。" for problem in problems)
    yield from (f"工作表“{sheet.title}” {problem}" for problem in block_problems(sheet, content.tables))


def _texts(sheet: Worksheet) -> Iterator[tuple[str, bool, str]]:
    """All texts of a sheet that may hold placeholders, with their place and whether it is a cell."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                yield f" {cell.coordinate} 单元格", True, cell.value
    yield from (("页眉页脚", False, part.text) for part in page_texts(sheet))


def _wrong(match: re.Match[str], content: Content, in_cell: bool) -> Iterable[str]:
    name, field, wish = match.groups()
    if not (field in content.fields.get(name, ()) if field else name in content.values):
        yield f"不认识“{match[0]}”，{_hint(name, field, content)}"
    elif field and not in_cell:
        yield "逐行的内容只能放在单元格里"
    elif wish is not None and (wish != MERGE or not field):
        yield f"不认识“{match[0]}”，“|”后面只能写“{MERGE}”，且只用于逐行的内容"


def _hint(name: str, field: str | None, content: Content) -> str:
    """Say what may be meant, and what there is."""
    fields = content.fields.get(name)
    if fields is not None:
        return f"{_ask(field or '', fields)}“{name}”可用的有：{'、'.join(sorted(fields))}"
    lists = [known for known, several in content.fields.items() if name in several]
    if lists and not field:
        return f"要写明取自哪个列表，如 {{{{{lists[0]}.{name}}}}}"
    known = content.fields if field else content.values
    return f"{_ask(name, known)}可用的有：{'、'.join(known)}"


def _ask(word: str, known: Iterable[str]) -> str:
    similar = get_close_matches(word, list(known))
    return f"您是不是要写：{'、'.join(similar)}？" if similar else ""
