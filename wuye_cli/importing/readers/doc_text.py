"""The paragraphs of a Word 97-2003 file: their words as printed, and what the file says of each."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wuye_cli.importing.readers.doc_file import STORIES, Piece, Properties, Runs, WordFile

DELETED, HIDDEN = 0x0800, 0x083C
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
LIST, LIST_LEVEL = 0x460B, 0x260A
DEEPEST = 9
PARAGRAPH = re.compile(r"[^\r\x07\x0c]*[\r\x07\x0c]")  # ends with its mark: paragraph, cell or row, page
FIELD_MARK = re.compile("([\x13\x14\x15])")  # a field begins, its result begins, it ends
MARKS = "\r\x07\x0c"
UNPRINTED = "\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x1f\r\x07\x0c"  # pictures, notes, soft hyphens, the marks themselves
SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\xa0": " ", **dict.fromkeys(UNPRINTED)})


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph of the text, of a cell, or the mark that ends a row."""

    text: str
    mark: str
    properties: Properties

    def has(self, code: int) -> bool:
        """Tell whether a switch is on."""
        return self.properties.get(code, b"\0")[:1] not in {b"\0", b""}

    @property
    def depth(self) -> int:
        """How many tables stand around it."""
        if DEPTH in self.properties:
            return int(struct.unpack("<i", self.properties[DEPTH])[0])
        return 1 if self.has(IN_TABLE) else 0

    @property
    def list_place(self) -> tuple[str, int]:
        """The list it belongs to, "0" for none, and its level there."""
        (number,) = struct.unpack("<H", self.properties.get(LIST, b"\0\0"))
        return str(number), min(self.properties.get(LIST_LEVEL, b"\0")[0], DEEPEST - 1)


def read_paragraphs(file: WordFile) -> tuple[WordParagraph, ...]:
    """Read the main text, then the text boxes; notes, headers and comments are left out."""
    pieces = file.pieces()
    body, *others = struct.unpack_from("<7I", file.document, STORIES)
    boxes = others[-1]
    first_box = body + sum(others[:-1])
    marks = file.paragraph_runs()
    text = _text(file, pieces, file.character_runs())
    return (*_split(text, 0, body, pieces, marks), *_split(text, first_box, first_box + boxes, pieces, marks))


def _text(file: WordFile, pieces: Sequence[Piece], runs: Runs) -> str:
    """All characters; what is deleted or hidden is blanked to zeros, so that places stay."""
    held = zip(runs.starts, runs.ends, runs.properties, strict=True)
    unprinted = [(start, end) for start, end, properties in held if _is_unprinted(properties)]
    return "".join(_piece_text(file, piece, unprinted) for piece in pieces)


def _piece_text(file: WordFile, piece: Piece, unprinted: Sequence[tuple[int, int]]) -> str:
    length = (piece.last - piece.first) * piece.width
    raw = file.document[piece.place : piece.place + length].ljust(length, b"\0")
    shown = list(raw.decode("cp1252", errors="replace") if piece.width == 1 else _halves(raw))
    from_run = max(bisect_right(unprinted, (piece.place,)) - 1, 0)
    to_run = bisect_left(unprinted, (piece.place + length,))
    for start, end in unprinted[from_run:to_run]:
        first = max(start - piece.place, 0) // piece.width
        last = max(end - piece.place, 0) // piece.width
        shown[first:last] = [sign if sign in MARKS else "\0" for sign in shown[first:last]]
    return "".join(shown)


def _halves(raw: bytes) -> Iterator[str]:
    """Characters beyond the first plane take two places: the second is left empty."""
    for sign in raw.decode("utf-16-le", errors="replace"):
        yield from (sign, "\0") if ord(sign) > 0xFFFF else (sign,)


def _is_unprinted(held: Properties) -> bool:
    return any(held.get(code, b"\0")[:1] == b"\1" for code in (DELETED, HIDDEN))


def _split(text: str, first: int, last: int, pieces: Sequence[Piece], marks: Runs) -> Iterator[WordParagraph]:
    starts = [piece.first for piece in pieces]
    for found in PARAGRAPH.finditer(text, first, last):
        piece = pieces[bisect_right(starts, found.end() - 1) - 1]
        place = piece.place + (found.end() - 1 - piece.first) * piece.width
        yield WordParagraph(_printed(found[0]), found[0][-1], marks.at(place))


def _printed(text: str) -> str:
    """Drop the codes of fields, keep their results; drop the signs of pictures and notes."""
    shown: list[str] = []
    fields: list[str] = []  # the last mark of each field that is open
    for part in FIELD_MARK.split(text):
        if part == "\x13":
            fields.append(part)
        elif part in {"\x14", "\x15"}:
            fields = fields[:-1] + ([part] if part == "\x14" and fields else [])
        elif "\x13" not in fields:
            shown.append(part)
    return "".join(shown).translate(SIGNS)
