"""Words are replaced wherever they stand in a finished workbook; nothing else in it moves."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from wuye_cli.errors import InputError
from wuye_cli.workbooks.rewording import replace_words

OLD, NEW = "第×期（草稿）", "银物办〔2023〕8号"
SHEET = "xl/worksheets/sheet1.xml"


def packed(**parts: str | bytes) -> bytes:
    """A zip with the given parts, and a picture that must stay."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", b"\x89PNG" + OLD.encode())
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def part_of(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<t>{OLD}</t>", f"<t>{NEW}</t>"),
        (f"<t>（{OLD}）</t><t>{OLD}</t>", f"<t>（{NEW}）</t><t>{NEW}</t>"),
        ("<t>第&#215;期（草稿）</t>", f"<t>{NEW}</t>"),
        ("<t>第&#x00D7;期（草稿）</t>", f"<t>{NEW}</t>"),
        (
            "<r><t>第×期</t></r><r><rPr><b/></rPr><t>（草稿）</t></r>",
            f"<r><t>{NEW}</t></r><r><rPr><b/></rPr><t></t></r>",
        ),
        (f"<oddHeader>&amp;C{OLD}</oddHeader>", f"<oddHeader>&amp;C{NEW}</oddHeader>"),
    ],
)
def test_words_are_replaced_wherever_they_stand(before: str, after: str) -> None:
    content = replace_words(packed(**{SHEET: f"<s>{before}</s>"}), "a.xlsx", OLD, NEW)
    assert content is not None
    assert part_of(content, SHEET) == f"<s>{after}</s>"


def test_everything_else_stays_as_it_is() -> None:
    others: dict[str, str | bytes] = {"docProps/core.xml": OLD, "xl/theme.xml": "\ufeff<a/>", "xl/b.xml": b"\xff"}
    before = packed(**{SHEET: f"<t>{OLD}</t>"}, **others)
    after = replace_words(before, "a.xlsx", OLD, NEW)
    assert after is not None
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert [(one.filename, one.date_time, one.compress_type) for one in old.infolist()] == [
            (one.filename, one.date_time, one.compress_type) for one in new.infolist()
        ]
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == [SHEET]


def test_what_xml_would_misread_is_written_as_text() -> None:
    content = replace_words(packed(**{SHEET: f"<t>{OLD}</t>"}), "a.xlsx", OLD, "<甲&\x00乙>")
    assert content is not None
    assert part_of(content, SHEET) == "<t>&lt;甲&amp;乙&gt;</t>"


def test_words_that_stand_nowhere_are_said() -> None:
    assert replace_words(packed(**{SHEET: "<t>第8期</t>"}), "a.xlsx", OLD, NEW) is None


def test_a_damaged_file_is_said() -> None:
    with pytest.raises(InputError, match="不是完好的"):
        replace_words(b"PK\x03\x04" + b"0" * 99, "a.xlsx", OLD, NEW)
