"""A column of categories under a heading that nobody knows: it stands before the tasks and groups their rows.

    1 | 开办企业 | 推行一件事。        1 | ★ | 检修电梯。
    2 |          | 推广电子执照。      2 |    | 疏通管网。
    3 | 用水用电 | 压减环节。          3 | ★ | 清理飞线。

On the left are categories; on the right is a mark on some rows, which groups none. Where no column names the tasks
themselves, their categories do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wuye_cli.importing.fields.headings import find_field
from wuye_cli.importing.recognisers.table.header import Column, Header, Row, squash

TASK_FIELDS = ("title", "content", "requirement")
CATEGORY = re.compile(r"[^，。；]{2,30}")


def name_categories(header: Header, rows: Sequence[Row]) -> Header:
    """Name the unknown column before the tasks their section, where its cells group the rows."""
    at = _find_unknown(header)
    if at is None or header.indexes("section") or not _groups(_column(header, rows, at)):
        return header
    field = "section" if header.indexes("title") else "title"
    columns = (*header.columns[:at], replace(header.columns[at], field=field), *header.columns[at + 1 :])
    return replace(header, columns=columns)


def name_left_of_numbers(header: Header) -> Header:
    """Name unknown columns left of the numbers sections: what stands there groups the rows."""
    groups = min(header.indexes("no"), default=0)
    named = (replace(column, field=column.field or "section") for column in header.columns[:groups])
    return replace(header, columns=(*named, *header.columns[groups:]))


def _find_unknown(header: Header) -> int | None:
    tasks = [at for field in TASK_FIELDS for at in header.indexes(field)]
    unknown = [at for at, column in enumerate(header.columns[: min(tasks, default=0)]) if _is_unknown(column)]
    return unknown[0] if len(unknown) == 1 else None


def _is_unknown(column: Column) -> bool:
    return not column.field and bool(column.heading) and find_field(column.heading) is None


def _column(header: Header, rows: Sequence[Row], at: int) -> list[str]:
    """Give what each task prints in the column, "" where the cell is merged with the one above."""
    tasks = [place for field in TASK_FIELDS for place in header.indexes(field)]
    return [
        "" if row[at].merged else row[at].text.strip()
        for row in rows
        if len(row) == len(header.columns)
        and squash(row[at].text) != header.columns[at].heading
        and any(row[place].text.strip() and not row[place].merged for place in tasks)
    ]


def _groups(cells: list[str]) -> bool:
    """Each category is printed once, from the first row on, and stands for rows that print none."""
    printed = [cell for cell in cells if cell]
    begins = bool(cells) and bool(cells[0]) and len(printed) < len(cells)
    return begins and len(set(printed)) == len(printed) and all(map(CATEGORY.fullmatch, printed))
