"""A workbook to start from: every placeholder in its place, with its meaning beside or above it; it fills at once."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.render.submission import ALL_FIELDS, ALL_VALUES
from wuye_cli.render.template_words import LISTS, meaning
from wuye_cli.workbooks.saving import save_workbook
from wuye_cli.workbooks.table import SheetTable, TableColumn, build_workbook

GUIDE = "把要用的占位符连同花括号复制到上级表格里，再用 wuye export template 填写；单项可放在任何单元格和页眉页脚。"
ROW_GUIDE = "把要用的占位符放在上级表格的同一行，填写时有几条就有几行；一行只能取自一个列表。"
BLOCKS = "分解"
HEAD = "指标"  # of a group of columns
SHARE_FORMAT = "0.0%"
FIRST_ROW = 4
NAMED, FILLED, EXPLAINED = 16, 40, 60  # widths
LEAST_WIDTH, LEAST_TABLE = 12, 80


def write_starter(path: Path) -> None:
    """Write the workbook.

    Raises:
        OSError: the place cannot be written to.
    """
    lists = (_blocks_sheet() if name == BLOCKS else _list_sheet(name) for name in ALL_FIELDS)
    save_workbook(build_workbook([_values_sheet(), *lists]), path)


def _values_sheet() -> SheetTable:
    columns = (
        TableColumn("名称", NAMED, True),
        TableColumn("内容", FILLED, False),
        TableColumn("说明", EXPLAINED, False),
    )
    rows = tuple((name, placeholder(name), meaning(name)) for name in ALL_VALUES)
    formats = {f"B{row}": SHARE_FORMAT for row, name in enumerate(ALL_VALUES, FIRST_ROW) if name.endswith("占比")}
    return SheetTable("单项", "单项内容", GUIDE, columns, rows, formats=formats)


def _list_sheet(name: str) -> SheetTable:
    fields = ALL_FIELDS[name]
    least = max(LEAST_WIDTH, LEAST_TABLE // len(fields))
    columns = tuple(TableColumn(field, max(least, len(meaning(name, field))), False) for field in fields)
    rows = (tuple(meaning(name, field) for field in fields), tuple(placeholder(name, field) for field in fields))
    return SheetTable(name, f"{name}：{LISTS[name]}", ROW_GUIDE, columns, rows)


def _blocks_sheet() -> SheetTable:
    """A group of columns under one head, which is repeated from indicator to indicator."""
    first, head, *group = ALL_FIELDS[BLOCKS]
    columns = (
        TableColumn(first, NAMED, True),
        TableColumn(placeholder(BLOCKS, head), NAMED, True),
        *(TableColumn("", NAMED, True) for _ in group[1:]),
    )
    markers = tuple(placeholder(BLOCKS, field) for field in (first, *group))
    merges = ("A3:A4", f"B3:{'ABCDEFG'[len(group)]}3")
    return SheetTable(BLOCKS, BLOCKS, LISTS[BLOCKS], columns, (("", *group), markers), merges=merges)


def placeholder(name: str, field: str | None = None) -> str:
    """Write a placeholder as a template has it."""
    return f"{{{{{name}.{field}}}}}" if field else f"{{{{{name}}}}}"
