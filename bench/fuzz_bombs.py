"""Files that are made to hurt, by name; each must be refused with one sentence, at once and in little memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from bench.fuzz_samples import OLD_FILES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BILLION_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "哈">{LAUGHS}]>'
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
MEGABYTE = 1024 * 1024


def _workbook(folder: Path) -> Path:
    book = Workbook()
    book.worksheets[0].append(["序号", "任务"])
    book.save(folder / "表.xlsx")
    return folder / "表.xlsx"


def _with_member(path: Path, name: str, content: bytes) -> Path:
    """The same archive with one member changed or added."""
    target = path.with_name(f"改{path.suffix}")
    with ZipFile(path) as source, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for member in source.namelist():
            if member != name:
                packed.writestr(member, source.read(member))
        packed.writestr(name, content)
    return target


def _sheet(folder: Path, rows: str, before: str = "") -> Path:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'{before}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return _with_member(_workbook(folder), "xl/worksheets/sheet1.xml", xml.encode())


def zip_bomb(folder: Path) -> Path:
    """A gigabyte of blanks."""
    path = _workbook(folder)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w", force_zip64=True) as member:
        for _ in range(1024):
            member.write(b" " * MEGABYTE)
    return path


def word_zip_bomb(folder: Path) -> Path:
    """A Word file whose text unfolds to a gigabyte."""
    path = folder / "方案.docx"
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        member.write(WORD.encode())
        for _ in range(1024):
            member.write(b" " * MEGABYTE)
    return path


def sheet_laughs(folder: Path) -> Path:
    """Entities that unfold to a billion characters, in a sheet."""
    return _sheet(folder, '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', BILLION_LAUGHS)


def word_laughs(folder: Path) -> Path:
    """The same in a Word file."""
    path = folder / "方案.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"{BILLION_LAUGHS}{WORD}<w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        )
    return path


def xml_laughs(folder: Path) -> Path:
    """The same in a workbook that is one XML file."""
    path = folder / "表.xml"
    path.write_text(f'{BILLION_LAUGHS}<Workbook xmlns="{SPREADSHEET}">&l9;</Workbook>', encoding="utf-8")
    return path


def million_rows(folder: Path) -> Path:
    """A sheet with something in every row that there is."""
    return _sheet(folder, "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_048_577)))


def corners(folder: Path) -> Path:
    """A sheet with two cells, at opposite corners."""
    book = Workbook()
    book.worksheets[0]["A1"] = book.worksheets[0]["XFD1048576"] = 1
    book.save(folder / "角.xlsx")
    return folder / "角.xlsx"


def xml_corners(folder: Path) -> Path:
    """The same in a workbook that is one XML file."""
    cell = '<Cell ss:Index="{}"><Data ss:Type="Number">1</Data></Cell>'
    rows = f'<Row>{cell.format(1)}</Row><Row ss:Index="1048576">{cell.format(16384)}</Row>'
    text = f'<?xml version="1.0"?><Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">'
    path = folder / "角.xml"
    path.write_text(f'{text}<Worksheet ss:Name="一"><Table>{rows}</Table></Worksheet></Workbook>', encoding="utf-8")
    return path


def wide_page(folder: Path) -> Path:
    """A web page whose cells claim to cover a million cells each."""
    path = folder / "页.html"
    path.write_text("<table>" + "<tr><td rowspan=99999 colspan=1000>任务<td>一" * 2000, encoding="utf-8")
    return path


def deep_page(folder: Path) -> Path:
    """A web page of tables inside tables inside tables."""
    path = folder / "页.html"
    path.write_text("<table><tr><td>一<td>二<ol><li>" * 100_000, encoding="utf-8")
    return path


def deep_word(folder: Path) -> Path:
    """A Word file of tables inside tables inside tables."""
    path = folder / "方案.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", WORD + "<w:tbl><w:tr><w:tc>" * 100_000)
    return path


def encrypted(folder: Path) -> Path:
    """A workbook that asks for a password."""
    path = folder / "密.xlsx"
    path.write_bytes(OLE + "EncryptedPackage\0".encode("utf-16-le"))
    return path


def macros(folder: Path) -> Path:
    """A workbook with macros."""
    return _with_member(_workbook(folder), "xl/vbaProject.bin", b"macro")


def old_macros(folder: Path) -> Path:
    """An old workbook with macros: one of its streams bears their name in the directory."""
    content = bytearray((OLD_FILES / "分解表.xls").read_bytes())
    at = content.index("\x05SummaryInformation\0".encode("utf-16-le"))
    name = "_VBA_PROJECT_CUR\0".encode("utf-16-le")
    content[at : at + 66] = name.ljust(64, b"\0") + len(name).to_bytes(2, "little")
    path = folder / "宏.xls"
    path.write_bytes(content)
    return path


BOMBS: dict[str, Callable[[Path], Path]] = {
    make.__name__: make
    for make in (
        *(zip_bomb, word_zip_bomb, sheet_laughs, word_laughs, xml_laughs, million_rows, corners, xml_corners),
        *(wide_page, deep_page, deep_word, encrypted, macros, old_macros),
    )
}
