"""Other people's workbooks as text: what is shown is what is read, and nothing unfolds beyond its bounds."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from wuye_cli.errors import InputError
from wuye_cli.workbooks.opening import open_sheets
from wuye_cli.workbooks.sheets import SheetCells

Fill = Callable[[Worksheet], object]


def saved(path: Path, fill: Fill) -> Path:
    workbook = Workbook()
    fill(workbook.worksheets[0])
    workbook.save(path)
    return path


def opened(path: Path, fill: Fill) -> SheetCells:
    return open_sheets(saved(path / "表.xlsx", fill))[0]


def texts(sheet: SheetCells) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("任务", "General", "任务"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (13012345678, "General", "13012345678"),
        (0.6, "0%", "60%"),
        (0.605, "0.0%", "60.5%"),
        (1.1, "0.00", "1.10"),
        (1234567, "#,##0", "1,234,567"),
        (60, '0"个"', "60个"),
        (-5, "0_);[Red](0)", "-5"),
        (date(2023, 10, 31), "yyyy-mm-dd", "2023-10-31"),
        (date(2023, 10, 31), 'yyyy"年"m"月"d"日"', "2023年10月31日"),
        (date(2023, 10, 1), 'yyyy"年"m"月"', "2023年10月"),
        (date(2023, 10, 1), "mmm-yy", "2023年10月"),
        (date(2023, 4, 30), 'm"月"d"日"', "4月30日"),
        (datetime(2023, 10, 31, 8, 30), "yyyy-mm-dd hh:mm", "2023-10-31 08:30"),  # noqa: DTZ001 - cells have no zone
        (True, "General", "TRUE"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(tmp_path: Path, value: object, number_format: str, shown: str) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet["A1"]
        cell.value = value
        cell.number_format = number_format

    assert texts(opened(tmp_path, fill)) == [[shown]]


def test_a_merged_area_repeats_its_text_marked_in_all_but_the_first_cell(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["C3"] = "整治重点", "末"
        sheet.merge_cells("A1:B2")

    rows = opened(tmp_path, fill).rows
    assert [[(cell.text, cell.merged) for cell in row[:2]] for row in rows[:2]] == [
        [("整治重点", False), ("整治重点", True)],
        [("整治重点", True), ("整治重点", True)],
    ]


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["A2"] = "一", "二"
    sheet.row_dimensions[2].hidden = True
    workbook.create_sheet("内部").sheet_state = "hidden"
    workbook["内部"]["A1"] = "三"
    workbook.save(path)
    first, second = open_sheets(path)
    assert (first.hidden_rows, texts(second)) == ((2,), [["三"]])
    assert "1 个隐藏的行" in first.remarks[0]
    assert "“内部”是隐藏的" in second.remarks[0]


def test_a_formula_that_was_never_calculated_is_empty_and_said(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "合计", "=1+1"
        sheet["C1"] = "项"

    sheet = opened(tmp_path, fill)
    assert texts(sheet) == [["合计", "", "项"]]
    assert "B1 单元格是没有算过的公式" in sheet.remarks[0]


def test_a_stated_size_is_not_believed(tmp_path: Path) -> None:
    path = saved(tmp_path / "原.xlsx", lambda sheet: sheet.append(["一", "二"]) or sheet.append(["三", "四"]))  # type: ignore[func-returns-value]
    wrong = rewritten(path, "xl/worksheets/sheet1.xml", b'ref="A1:B2"', b'ref="A1:A1"')
    assert texts(open_sheets(wrong)[0]) == [["一", "二"], ["三", "四"]]


def rewritten(path: Path, member: str, old: bytes, new: bytes) -> Path:
    """The same archive with one member changed."""
    target = path.with_name(f"改{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            assert name != member or old in content
            changed.writestr(name, content.replace(old, new) if name == member else content)
    return target


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
INLINE = "<is><t>&#20219;&#21153;</t></is>"


def sharing(path: Path, strings: str, cell: str = "<v>0</v>") -> Path:
    """A workbook whose only cell points into a table of texts, as most programs save it."""
    types = f'<Override PartName="/{STRINGS}" ContentType="{STRINGS_TYPE}"/></Types>'
    listed = rewritten(plain(path), "[Content_Types].xml", b"</Types>", types.encode())
    pointing = rewritten(listed, SHEET, f't="inlineStr">{INLINE}'.encode(), f't="s">{cell}'.encode())
    return with_member(pointing, STRINGS, strings.encode())


@pytest.mark.parametrize(
    "entry",
    [
        "<t>任务</t>",
        "<r><rPr><b/></rPr><t>任</t></r><r><t>务</t></r>",
        '<t>任务</t><rPh sb="0" eb="1"><t>renwu</t></rPh>',
    ],
)
def test_a_text_may_be_shared_in_runs_or_with_reading_aids(tmp_path: Path, entry: str) -> None:
    path = sharing(tmp_path / "原.xlsx", f'<sst xmlns="{MAIN}"><si>{entry}</si></sst>')
    assert texts(open_sheets(path)[0]) == [["任务"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (INLINE, "<is><r><t>任</t></r><r><t>务</t></r></is>"),
        (INLINE, "<is><t>任务</t><rPh><t>renwu</t></rPh></is>"),
        (f't="inlineStr">{INLINE}', 't="str"><f>A2</f><v>任务</v>'),
        ('<c r="A1"', "<c"),
        ('<row r="1"', "<row"),
    ],
)
def test_a_text_may_stand_in_its_cell_which_may_leave_out_its_place(tmp_path: Path, old: str, new: str) -> None:
    changed = rewritten(plain(tmp_path / "原.xlsx"), SHEET, old.encode(), new.encode())
    assert texts(open_sheets(changed)[0]) == [["任务"]]


def test_a_date_beyond_the_calendar_is_an_error_value(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A1"].number_format = 99_999_999, "yyyy-mm-dd"

    assert texts(opened(tmp_path, fill)) == [["#VALUE!"]]


def with_member(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_a_merged_area_over_whole_columns_ends_where_content_ends(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"] = "表头", "末"
        sheet.merged_cells.add(CellRange("A1:XFD1"))
        sheet.merged_cells.add(CellRange("A2:A1048576"))

    started = time.perf_counter()
    sheet = opened(tmp_path, fill)
    assert (texts(sheet), time.perf_counter() - started < 5) == ([["表头", "表头"], ["", "末"]], True)


def test_two_cells_at_opposite_corners_are_refused_at_once(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1048576"] = 1, 2

    started = time.perf_counter()
    with pytest.raises(InputError, match="XFD1048576 单元格超出可读范围"):
        opened(tmp_path, fill)
    assert time.perf_counter() - started < 5


def test_empty_cells_with_a_style_far_away_do_not_count(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "任务"
        sheet["XFD1048576"].number_format = "0%"

    assert texts(opened(tmp_path, fill)) == [["任务"]]


def plain(path: Path) -> Path:
    return saved(path, lambda sheet: sheet.append(["任务"]))


def encrypted(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    return path


def legacy(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    return path


def written(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


# A document type with entities of its own, as bombs and spies have it
DOCTYPE = '<!DOCTYPE w [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (written(b"no workbook at all"), "workbook-damaged"),
        (written(b""), "workbook-damaged"),
        (written(b"PK\x03\x04 cut off"), "workbook-damaged"),
        (encrypted, "workbook-encrypted"),
        (legacy, "workbook-legacy"),
        (lambda path: with_member(plain(path), "xl/vbaProject.bin", b"macro"), "workbook-macros"),
        (
            lambda path: with_member(plain(path), "xl/externalLinks/externalLink1.xml", b"<x/>"),
            "workbook-external-links",
        ),
        (lambda path: with_member(plain(path), "xl/media/big.bin", bytes(3_000_000)), "workbook-too-large"),
        (
            lambda path: rewritten(plain(path), SHEET, b"<worksheet", DOCTYPE.encode() + b"<worksheet"),
            "workbook-damaged",
        ),
        (lambda path: sharing(path, f'{DOCTYPE}<sst xmlns="{MAIN}"><si><t>甲</t></si></sst>'), "workbook-damaged"),
        (lambda path: rewritten(plain(path), SHEET, b'<c r="A1"', b'<c r="??"'), "workbook-damaged"),
        (lambda path: sharing(path, f'<sst xmlns="{MAIN}"/>'), "workbook-damaged"),
    ],
)
def test_what_is_no_plain_workbook_is_refused_with_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    with pytest.raises(InputError) as caught:
        open_sheets(make(tmp_path / "表.xlsx"))
    assert caught.value.code == code
    assert caught.value.message.startswith("“") and caught.value.message.endswith("。")  # noqa: PT018 - one sentence


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"打不开“没有\.xlsx”"):
        open_sheets(tmp_path / "没有.xlsx")
