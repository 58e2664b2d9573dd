"""Words put in the place of others inside a finished workbook; whatever else is in it stays as it is.

openpyxl would lose pictures and shapes on the way, so the words are changed in the XML itself.
"""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from wuye_cli.workbooks.archive import unpacking
from wuye_cli.workbooks.cells import writable

PART = re.compile(r"xl/.+\.xml", re.IGNORECASE)  # xl/sharedStrings.xml   xl/worksheets/sheet1.xml
TAG = re.compile(r"<[^<>]*>")


def replace_words(content: bytes, name: str, old: str, new: str) -> bytes | None:
    """Replace words wherever they stand, also where they change their font midway; None where they stand nowhere.

    Raises:
        InputError: the file is no sound workbook.
    """
    pattern = _pattern(old)
    rewritten, found = BytesIO(), 0
    with unpacking(name), ZipFile(BytesIO(content)) as source, ZipFile(rewritten, "w") as target:
        for member in source.infolist():
            part = source.read(member)
            if PART.fullmatch(member.filename):
                part, times = _reword(part, pattern, escape(writable(new)))
                found += times
            target.writestr(member, part)
    return rewritten.getvalue() if found else None


def holds_words(content: bytes, name: str, words: str) -> bool:
    """Say whether words stand anywhere in a workbook."""
    return replace_words(content, name, words, words) is not None


def _pattern(words: str) -> re.Pattern[str]:
    """Match the words with tags between any two signs: 第×期</t></r><r><t>（草稿）, a sign also as &#215;."""
    signs = (f"(?:{re.escape(escape(sign))}|&#{ord(sign)};|&#[xX]0*(?i:{ord(sign):x});)" for sign in words)
    return re.compile(f"(?:{TAG.pattern})*".join(signs))


def _reword(part: bytes, pattern: re.Pattern[str], new: str) -> tuple[bytes, int]:
    """The new words stand where the old began; the tags between stay, or the XML would not close."""
    try:
        text = part.decode("utf-8")
    except UnicodeDecodeError:
        return part, 0
    text, times = pattern.subn(lambda found: new + "".join(TAG.findall(found[0])), text)
    return (text.encode("utf-8"), times) if times else (part, 0)
