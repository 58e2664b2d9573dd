"""One task table under headings that no list holds, in every format: the same tasks, and the same questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

import docx
import pytest
from openpyxl import Workbook

from tests.unit.importing.readers.pdf_drawing import Page, pdf_file
from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.draft import DraftTask
from wuye_cli.importing.pipeline import build_draft
from wuye_cli.importing.readers import read_content

Rows = Sequence[Sequence[str]]
TITLE = "甲市2025年工作任务清单"
ROWS = (
    ("1", "规范收费", "公示收费项目30个。", "市发改委", "市住建局", "6月底前"),
    ("2", "整治飞线", "排查小区200个。", "市消防支队", "市住建局、各区政府", "10月底前"),
    ("3", "加装电梯", "加装电梯40台。", "市住建局", "市市场监管局", "12月底前"),
)


def _lines(rows: Rows, mark: str) -> bytes:
    return "\n".join((TITLE, *(mark.join(row) for row in rows))).encode()


def _markdown(rows: Rows) -> bytes:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((f"# {TITLE}", "", head, "|---" * len(rows[0]) + "|", *body)).encode()


def _html(rows: Rows) -> bytes:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><body><p>{TITLE}</p><table>{table}</table></body></html>".encode()


def _aligned(rows: Rows) -> bytes:
    widths = [max(len(row[at]) for row in rows) + 2 for at in range(len(rows[0]))]
    lines = ("".join(_padded(*pair) for pair in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join((TITLE, "", *lines)).encode()


def _padded(cell: str, width: int) -> str:
    return cell + " " * (2 * width - sum(1 if sign.isascii() else 2 for sign in cell))


def _workbook(rows: Rows) -> bytes:
    book, file = Workbook(), BytesIO()
    for row in ((TITLE,), *rows):
        book.worksheets[0].append(list(row))
    book.save(file)
    return file.getvalue()


def _word(rows: Rows) -> bytes:
    document, file = docx.Document(), BytesIO()
    document.add_paragraph(TITLE)
    table = document.add_table(len(rows), len(rows[0]))
    for row, printed in zip(rows, table.rows, strict=True):
        for text, cell in zip(row, printed.cells, strict=True):
            cell.text = text
    document.save(file)
    return file.getvalue()


def _pdf(rows: Rows) -> bytes:
    page = Page(width=842, height=595)
    page.text(50, 40, TITLE)
    page.table(70, (40, 90, 150, 100, 150, 90), rows)
    return pdf_file(page)


FORMATS: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "tabs": ("x.txt", lambda rows: _lines(rows, "\t")),
    "csv": ("x.csv", lambda rows: _lines(rows, ",")),
    "one cell per line": ("x.txt", lambda rows: _lines(rows, "\n")),
    "aligned": ("x.txt", _aligned),
    "markdown": ("x.md", _markdown),
    "html": ("x.html", _html),
    "xlsx": ("x.xlsx", _workbook),
    "docx": ("x.docx", _word),
    "pdf": ("x.pdf", _pdf),
}


def read(name: str, headings: str) -> tuple[DraftTask, ...]:
    file, write = FORMATS[name]
    data = write((headings.split(), *ROWS))
    return build_draft(read_content(data, file), divisions=Divisions({})).tasks


def told(task: DraftTask) -> Iterator[str]:
    yield from (task.no, task.title, task.content, task.lead.text, task.responsible.text)
    yield from (deadline.text for deadline in task.deadlines)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("headings", "doubts"),
    [
        ("序号 改革事项 改革举措 牵头处室 配合处室 办结时限", []),
        ("序号 督办事项 推进要点 主抓部门 承接部门 序时进度", []),
        ("序号 重点任务 工作措施 牵头单位 责任单位 收官战", ["deadlines"]),
        ("序号 重点任务 工作措施 挂帅部队 责任单位 完成时限", ["lead"]),
    ],
)
def test_the_tasks_are_the_same_in_every_format(name: str, headings: str, doubts: list[str]) -> None:
    tasks = read(name, headings)
    assert [tuple(told(task)) for task in tasks] == list(ROWS)
    assert [[problem.field for problem in task.problems] for task in tasks] == [doubts] * 3
