"""Workbooks that are one XML file, as many systems export them under the name of .xls."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.readers import read_document
from wuye_cli.workbooks.sheets import SheetCells
from wuye_cli.workbooks.spreadsheet_xml import read_spreadsheet_xml

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
STYLE = "<Style ss:ID='{}'><NumberFormat ss:Format='{}'/></Style>"
STYLES = f"<Styles>{STYLE.format('d', 'Short Date')}{STYLE.format('p', '0%')}</Styles>"
HIDDEN = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"


def workbook(rows: str, options: str = "") -> bytes:
    sheet = f"<Worksheet ss:Name='任务'><Table>{rows}</Table>{options}</Worksheet>"
    return f"<?xml version='1.0'?><Workbook xmlns='{SPACE}' xmlns:ss='{SPACE}'>{STYLES}{sheet}</Workbook>".encode()


def cell(text: str, attributes: str = "", kind: str = "String") -> str:
    return f"<Cell {attributes}><Data ss:Type='{kind}'>{text}</Data></Cell>"


def read(rows: str, options: str = "") -> SheetCells:
    return read_spreadsheet_xml(workbook(rows, options), "导出.xls")[0]


def texts(sheet: SheetCells) -> list[list[str]]:
    return [[one.text for one in row] for row in sheet.rows]


def test_values_are_read_as_shown() -> None:
    cells = (
        cell("1", kind="Number"),
        cell("2023-05-31T00:00:00.000", "ss:StyleID='d'", "DateTime"),
        cell("0.8", "ss:StyleID='p'", "Number"),
        cell("<B>市</B>住建局"),
    )
    rows = f"<Row>{''.join(cells)}</Row>"
    assert texts(read(rows)) == [["1", "2023-05-31", "80%", "市住建局"]]


def test_rows_and_cells_may_skip_and_merge() -> None:
    merged, skipped = cell("分工", "ss:MergeAcross='1'"), cell("5月", "ss:Index='4'")
    rows = f"<Row>{cell('序号')}{merged}{cell('时限')}</Row><Row ss:Index='3'>{cell('1')}{skipped}</Row>"
    sheet = read(rows)
    assert texts(sheet) == [["序号", "分工", "分工", "时限"], ["", "", "", ""], ["1", "", "", "5月"]]
    assert sheet.rows[0][2].merged


def test_hidden_rows_and_sheets_are_said() -> None:
    sheet = read(
        f"<Row ss:Hidden='1'>{cell('一')}</Row>", "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
    )
    assert len(sheet.remarks) == 2


@pytest.mark.parametrize(
    "content", [workbook("")[:-5], workbook("<Row ss:Index='x'/>"), workbook("<Row ss:Index='0'/>")]
)
def test_broken_files_are_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="不是完好的 XML 表格"):
        read_spreadsheet_xml(content, "导出.xls")


def test_content_tells_it_under_the_name_of_xls(tmp_path: Path) -> None:
    (tmp_path / "导出.xls").write_bytes(workbook(f"<Row>{cell('序号')}{cell('任务')}</Row>"))
    assert read_document(tmp_path / "导出.xls").format == "xml"
