"""Bytes of a text file -> text. The rule: a byte order mark decides; else strict UTF-8; else strict GB18030.

Nothing is guessed from statistics: a file that fits none of the three is refused with a sentence. UTF-16 without a
mark shows by its zero bytes: every second one of each line break and digit. A web page may name its own encoding.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from wuye_cli.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WITHOUT_MARK = ("utf-8", "gb18030")
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a\x1e")
PAGE_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)  # <meta charset="gb2312">
PAGE_ENCODINGS = {**dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"), "big5": "big5"}
PAGE_HEAD = 4096


def decode_text(data: bytes, name: str) -> str:
    """Give the text of the bytes; raises InputError where they are no text."""
    return _checked(_decode(data, _encodings(data)), name)


def decode_page(data: bytes, name: str) -> str:
    """Give the text of a web page: a mark decides, then what the page says, then the rule for all texts."""
    stated = PAGE_CHARSET.search(data[:PAGE_HEAD])
    encodings = _encodings(data)
    if stated and encodings == WITHOUT_MARK:
        encodings = (PAGE_ENCODINGS.get(stated[1].decode("ascii").lower(), "utf-8"), *encodings)
    return _checked(_decode(data, encodings), name, controls=frozenset())


def _checked(text: str | None, name: str, controls: frozenset[str] = CONTROLS) -> str:
    if text is None:
        raise InputError(
            "encoding",
            f"“{name}”的文字编码无法识别（既不是 UTF-8、UTF-16，也不是 GB18030/GBK），"
            "请用记事本或 WPS 打开后另存为 UTF-8 文本再导入。",
        )
    if any(sign in controls for sign in text):
        raise InputError("binary", f"“{name}”不是文本文件（内容是二进制数据），请换成 .txt、.docx 或 .xlsx 再导入。")
    return text


def _decode(data: bytes, encodings: Iterable[str]) -> str | None:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    marked = tuple(encoding for mark, encoding in MARKS if data.startswith(mark))
    return marked or _unmarked_utf16(data) or WITHOUT_MARK


def _unmarked_utf16(data: bytes) -> tuple[str, ...]:
    """Text of other encodings holds no zero bytes; where they stand tells which half comes first."""
    if b"\0" not in data or len(data) % 2:
        return ()
    encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    text = _decode(data, (encoding,))
    return (encoding,) if text and CONTROLS.isdisjoint(text) else ()
