"""Files that cannot be read: one sentence each, naming the file and what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.readers import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("方案.doc", OLE, "不是 Word、Excel 或 WPS 的文件.*另存为 .docx"),
        ("方案.docx", OLE + "EncryptedPackage\0".encode("utf-16-le"), "密码"),
        ("方案.rtf", b"{\\rtf1 }", "RTF"),
        ("方案.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "单个文件网页.*另存为 .html"),
        ("方案.xml", b"<?xml version='1.0'?><w:wordDocument/>", "XML 文件.*另存为 .docx"),
        ("清单.xlsx", "序号,任务".encode(), "不是完好的 .xlsx 工作簿"),
        ("清单.xlsx", b"PK\x03\x04 cut off", "不是完好的 .xlsx 工作簿"),
    ],
)
def test_other_formats_say_how_to_save_the_file_again(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read_document(path)
    assert name in caught.value.message
    assert "\n" not in caught.value.message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到文件"):
        read_document(tmp_path / "没有.txt")
    with pytest.raises(InputError, match="是文件夹"):
        read_document(tmp_path)


def test_an_archive_of_something_else_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "打包.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("清单.txt", "内容")
    with pytest.raises(InputError, match="压缩包"):
        read_document(path)


def test_a_word_file_that_unfolds_to_something_enormous_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(InputError, match="过大"):
        read_document(path)


@pytest.mark.parametrize(
    "xml",
    [
        "<broken",
        "<!DOCTYPE d [<!ENTITY x 'y'>]><document>&x;</document>",
        "<document/>",
    ],
)
def test_a_word_file_with_broken_or_hostile_xml_is_damaged(tmp_path: Path, xml: str) -> None:
    path = tmp_path / "坏.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(InputError, match=r"不是完好的 \.docx"):
        read_document(path)
