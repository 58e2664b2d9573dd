"""Lists of names: one on each line, or in the column 单位 of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuye_cli.domain.spelling import normal_name
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Document, Paragraph, Table

HEADING = re.compile(r"(?:序号)?(?:成员|责任)?(?:单位|部门)(?:名称)?(?:（.*）)?")  # 单位  成员单位  单位名称（按顺序）
NUMBER = re.compile(r"^\d+[.．、)）\s]\s*")  # 1. 1、 1） before a name


def read_names(document: Document) -> tuple[str, ...]:
    """Give the names of a list in their order, each once.

    Raises:
        InputError: a table has no column of units, or there is no name at all.
    """
    names = tuple(dict.fromkeys(name for name in _names(document) if name and not HEADING.fullmatch(name)))
    if not names:
        raise InputError("no-names", f"在“{document.name}”中没有找到单位名称：请每行写一个单位，或用“单位”一栏列出。")
    return names


def _names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield normal_name(NUMBER.sub("", block.text.strip()))
        else:
            yield from _column(block)


def _column(table: Table) -> Iterator[str]:
    place: int | None = None
    for cells in table.rows:
        texts = [normal_name(cell.text) for cell in cells]
        heading = next((index for index, text in enumerate(texts) if HEADING.fullmatch(text)), None)
        if heading is not None:
            place = heading
        elif place is not None:
            yield texts[place]
