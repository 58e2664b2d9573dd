"""A task table whose cells stand at the positions of their columns, as `pdftotext -layout` prints it.

    序号    重点任务        工作内容            完成时限    责任单位
                        在小区出入口公示收
    1    公开收费标准                        10月底    市发改委
                        费项目和标准。

The number stands in the middle of its row; a group cell (……（2 项）) stands in the middle of its rows; rows run over
pages, whose header is repeated and whose columns stand elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from wuye_cli.importing.document import Document
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.table.category_columns import name_left_of_numbers
from wuye_cli.importing.recognisers.table.columns import read_rows
from wuye_cli.importing.recognisers.table.header import Header
from wuye_cli.importing.recognisers.table.odd_rows import ask_about_list, doubt_odd_rows
from wuye_cli.importing.recognisers.text_table.aligned_pages import Line, read_lines
from wuye_cli.importing.recognisers.text_table.aligned_rows import find_blank_units, read_aligned_rows
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines, is_aligned

NAME = "aligned-table"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the tables under header lines whose columns are set apart by runs of spaces."""
    claims = []
    for table in find_header_lines(document):
        if is_aligned(document, table) and table.header.indexes("no"):
            header = name_left_of_numbers(table.header)
            tasks = doubt_odd_rows(_tasks(read_lines(document, table), header))
            if tasks:
                claims.append(Claim(NAME, table.first, table.last, True, tasks, ask_about_list(tasks)))
    return tuple(claims)


def _tasks(lines: tuple[Line, ...], header: Header) -> tuple[RawTask, ...]:
    rows = tuple(read_aligned_rows(lines, header))
    blank = find_blank_units(rows, header)
    problems = {row.cells[0].at: (*row.problems, *filter(None, [blank.get(row.cells[0].at)])) for row in rows}
    tasks = read_rows(tuple(row.cells for row in rows), header)
    return tuple(
        replace(
            task,
            title=task.title or split_heading(task.content)[0],
            problems=(*task.problems, *problems.get(task.source, ())),
        )
        for task in tasks
    )


RECOGNISER = Recogniser(NAME, find_claims)
