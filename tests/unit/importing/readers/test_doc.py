"""Word 97-2003 files: the same blocks as the .docx they were saved from, without an office suite."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph, Table
from wuye_cli.importing.readers import doc, read_content, read_document
from wuye_cli.importing.readers.doc_file import read_properties
from wuye_cli.importing.readers.doc_rows import WordRow, build_grid

SAMPLE = Path(__file__).parents[3] / "files" / "清单.doc"


@pytest.fixture(autouse=True)
def _no_office_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "convert_to_docx", lambda _: None)


def blocks() -> tuple[Block, ...]:
    return read_document(SAMPLE).blocks


def test_numbers_are_printed_deletions_and_hidden_words_and_field_codes_are_not() -> None:
    found = [block.text for block in blocks() if isinstance(block, Paragraph)]
    assert [line for line in found if line] == [
        "安平市2023年重点工作任务清单",
        "各单位：请按本清单办理。",
        "共1页",
        "一、总体要求",
        "（一）坚持问题导向",
        "（二）坚持依法依规",
        "二、重点任务",
        "（一）见下表",
        "附注如右",
        "末段",
        "框内的话",
    ]


def test_merged_cells_empty_cells_and_tables_in_cells_keep_their_columns() -> None:
    (table,) = (block for block in blocks() if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["序号", "任务", "分工", "分工", "时限", "备注"],
        ["序号", "任务", "牵头", "配合", "时限", "备注"],
        ["一、综合整治"] * 6,
        ["1", "摸底", "市住建局", "市民政局", "2023年5月底前", ""],
        ["1", "建档", "市住建局", "市公安局", "2023年6月底前", "甲"],
        ["2", "宣传", "市委宣传部", "", "长期坚持", ""],
        ["3", "试点\n东区 2个\n西区 1个", "各区", "", "2023年底", ""],
    ]
    assert [cell.merged for cell in table.rows[4]] == [True, False, False, False, False, False]
    assert table.rows[4][1].at == Locator(table=1, row=5)


def test_a_wps_file_is_the_same_under_another_name() -> None:
    assert read_content(SAMPLE.read_bytes(), "清单.wps").blocks == blocks()


def test_borders_drawn_a_little_askew_do_not_make_new_columns() -> None:
    rows = (
        WordRow(("序号", "任务", "时限"), (100, 500, 900)),
        WordRow(("1", "摸底", "5月"), (108, 492, 900)),
        WordRow(("合计", "共2项"), (495, 900)),
    )
    texts = [[cell.text for cell in row] for row in build_grid(rows, 1)]
    assert texts == [["序号", "任务", "时限"], ["1", "摸底", "5月"], ["合计", "合计", "共2项"]]


def test_properties_have_the_lengths_that_their_codes_state() -> None:
    definition = struct.pack("<HHB", 0xD608, 3, 1) + b"\x07"
    raw = struct.pack("<HB", 0x2416, 1) + definition + struct.pack("<Hi", 0x6649, 2) + struct.pack("<HBB", 0xCA03, 1, 9)
    assert read_properties(raw) == {0x2416: b"\1", 0xD608: b"\1\7", 0x6649: b"\2\0\0\0", 0xCA03: b"\x09"}


def patched(place: int, flags: int) -> bytes:
    """The sample with a word of its head changed; the head begins behind the mark 0xA5EC."""
    content = bytearray(SAMPLE.read_bytes())
    head = content.index(b"\xec\xa5")
    struct.pack_into("<H", content, head + place, flags)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (patched(0x0A, 0x0100), "encrypted", "设有打开密码"),
        (patched(2, 0x65), "doc-unreadable", r"更早版本.*另存为 \.docx"),
        (SAMPLE.read_bytes()[:9000], "format", r"已损坏.*另存为 \.docx"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(content: bytes, code: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_content(content, "方案.doc")
    assert caught.value.code == code


def test_without_the_extra_the_sentence_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "olefile", None)
    with pytest.raises(InputError, match=r'pip install "wuye-cli\[doc\]"'):
        read_document(SAMPLE)


def test_what_our_reader_cannot_parse_an_office_suite_may(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = next((Path(__file__).parents[4] / "data" / "samples").glob("*.docx")).read_bytes()
    monkeypatch.setattr(doc, "convert_to_docx", lambda _: sample)
    document = read_content(patched(2, 0x65), "方案.doc")
    assert any(isinstance(block, Table) for block in document.blocks)
    assert "由 LibreOffice 转换" in document.remarks[0]
