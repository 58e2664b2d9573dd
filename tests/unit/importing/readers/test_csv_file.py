"""CSV and TSV: one table, whatever parts its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuye_cli.importing.document import Locator, Paragraph, Table
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.readers.csv_file import read_csv


def table_of(data: bytes) -> Table:
    table = read_csv(data, "x.csv")[-1]
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_separator_and_encoding_are_found(separator: str, encoding: str) -> None:
    lines = [separator.join(row) for row in (("序号", "任务"), ("1", "摸底"))]
    table = table_of("\r\n".join(lines).encode(encoding))
    assert [[cell.text for cell in row] for row in table.rows] == [["序号", "任务"], ["1", "摸底"]]


def test_quoted_cells_keep_commas_and_line_breaks_and_rows_their_numbers() -> None:
    table = table_of('序号,任务\n1,"甲,乙\n丙"\n2,丁'.encode())
    assert table.rows[1][1].text == "甲,乙\n丙"
    assert table.rows[2][0].at == Locator(row=3, column="A")


def test_short_rows_are_filled_up() -> None:
    assert [len(row) for row in table_of(b"a,b,c\n1\n1,2").rows] == [3, 3, 3]


def test_title_lines_above_the_header_become_paragraphs() -> None:
    blocks = read_csv("任务清单,,\n,,\n序号,任务,时限\n1,摸底,5月".encode(), "x.csv")
    assert blocks[0] == Paragraph("任务清单", Locator(row=1))
    assert isinstance(blocks[1], Table)
    assert len(blocks[1].rows) == 2


def test_the_name_tells_csv_from_text(tmp_path: Path) -> None:
    for name, expected in (("a.csv", "csv"), ("a.tsv", "csv"), ("a.txt", "txt"), ("a.md", "txt"), ("a", "txt")):
        path = tmp_path / name
        path.write_text("a,b\n1,2", encoding="utf-8")
        assert read_document(path).format == expected


def test_where_tabs_and_commas_are_even_the_name_decides(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("序号\t任务,内容\n1\t摸底,建档\n", encoding="utf-8")
    (table,) = read_document(path).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[1]] == ["1", "摸底,建档"]
