"""The fonts of headings in official documents: 一、 in 黑体, （一） in 楷体 (GB/T 9704)."""

from __future__ import annotations

import re
from copy import copy
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.workbooks.cells import part_style

FONTS = (
    (re.compile(r"\s*[一二三四五六七八九十]+、[^。]{1,30}"), "黑体"),  # 一、总体情况
    (re.compile(r"\s*（[一二三四五六七八九十]+）[^。]{1,30}"), "楷体_GB2312"),  # （一）进展较快的单位
)


def set_heading_fonts(sheet: Worksheet) -> None:
    """Give the paragraphs of a sheet that are headings their font; sentences that only begin like one keep theirs."""
    for row in sheet.iter_rows():
        for cell in row:
            name = _heading_font(cell.value)
            if name:
                font: Any = copy(cell.font)
                font.name = name
                part_style(cell)
                cell.font = font


def _heading_font(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    return next((name for pattern, name in FONTS if pattern.fullmatch(text)), None)
