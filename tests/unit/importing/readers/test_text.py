"""Plain text: how its bytes become lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Locator, Paragraph
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.readers.text import read_text

WORDS = "附件1\n\n任务清单"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_of_an_office_reads_the_same(encoding: str) -> None:
    blocks = read_text(WORDS.encode(encoding), "清单.txt")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["附件1", "", "任务清单"]


def test_one_paragraph_per_physical_line_blank_ones_kept() -> None:
    assert read_text("一\r\n\r\n  二 \r\n".encode(), "x.txt") == (
        Paragraph("一", Locator(line=1)),
        Paragraph("", Locator(line=2)),
        Paragraph("  二 ", Locator(line=3)),
        Paragraph("", Locator(line=4)),
    )


def test_form_feed_turns_the_page() -> None:
    blocks = read_text("甲\n\f乙\n丙".encode(), "x.txt")
    assert [(block.at.page, block.at.line) for block in blocks] == [(1, 1), (2, 2), (2, 3)]
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].text == "乙"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "是空的"),
        (b" \r\n\t\n", "empty", "是空的"),
        (b"\x00\x01\x02\x03\x00\x00rubbish", "binary", "不是文本文件"),
        (b"\x81\x20\xff\xff\xfe", "encoding", "编码无法识别"),
    ],
)
def test_what_is_no_text_gets_one_sentence(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    path = tmp_path / "清单.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read_document(path)
    assert caught.value.code == code
    assert "清单.txt" in caught.value.message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_shows_by_its_zero_bytes(encoding: str) -> None:
    blocks = read_text("1. 摸底\n2. 建档\n".encode(encoding), "清单.txt")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["1. 摸底", "2. 建档", ""]
