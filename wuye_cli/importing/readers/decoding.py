"""Bytes of a text file -> text. The rule: a byte order mark decides; else strict UTF-8; else strict GB18030.

Nothing is guessed from statistics: a file that fits none of the three is refused with a sentence.
"""

from __future__ import annotations

import codecs

from wuye_cli.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WITHOUT_MARK = ("utf-8", "gb18030")
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a\x1e")


def decode_text(data: bytes, name: str) -> str:
    """Give the text of the bytes; raises InputError where they are no text."""
    text = _decode(data)
    if text is None:
        raise InputError(
            "encoding",
            f"“{name}”的文字编码无法识别（既不是 UTF-8、UTF-16，也不是 GB18030/GBK），"
            "请用记事本或 WPS 打开后另存为 UTF-8 文本再导入。",
        )
    if any(sign in CONTROLS for sign in text):
        raise InputError("binary", f"“{name}”不是文本文件（内容是二进制数据），请换成 .txt、.docx 或 .xlsx 再导入。")
    return text


def _decode(data: bytes) -> str | None:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    marked = tuple(encoding for mark, encoding in MARKS if data.startswith(mark))
    return marked or WITHOUT_MARK
