"""What a workbook holds that is gone once it has been filled: openpyxl does not keep it.

Shapes and pictures of rare formats are not among them: a template with such is refused (pictures.py).
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from wuye_cli.workbooks.archive import unpacking

LOST_PARTS = {  # the beginning of a part's name
    "xl/threadedComments/": "批注的回复",
    "xl/ctrlProps/": "控件",
    "xl/activeX/": "控件",
    "xl/embeddings/": "嵌入的对象",
    "xl/slicers/": "切片器",
    "xl/diagrams/": "SmartArt 图形",
    "xl/cellimages.xml": "嵌入单元格的图片",  # as WPS puts them
    "xl/queryTables/": "外部数据连接",
    "xl/connections.xml": "外部数据连接",
}
LOST_IN_SHEETS = {
    re.compile(rb"<x14:sparklineGroup\b"): "迷你图",
    re.compile(rb"<x14:conditionalFormatting\b"): "新式条件格式（数据条、图标）",
    re.compile(rb"<x14:dataValidation\b"): "取自别的工作表的下拉列表",
    re.compile(rb"<legacyDrawingHF\b"): "页眉页脚中的图片",
}


def read_losses(path: Path) -> tuple[str, ...]:
    """Name what will not be there any more of a file that was read before."""
    return find_losses(path.read_bytes(), path.name)


def find_losses(content: bytes, name: str) -> tuple[str, ...]:
    """Name what will not be there any more, each kind once.

    Raises:
        InputError: the file is damaged.
    """
    with unpacking(name), ZipFile(BytesIO(content)) as archive:
        parts = archive.namelist()
        found = [word for part in parts for start, word in LOST_PARTS.items() if part.startswith(start)]
        for part in parts:
            if part.startswith("xl/worksheets/sheet"):
                text = archive.read(part)
                found.extend(word for pattern, word in LOST_IN_SHEETS.items() if pattern.search(text))
    return tuple(dict.fromkeys(found))
