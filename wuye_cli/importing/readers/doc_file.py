"""The streams of a Word 97-2003 file (.doc, and .wps of WPS): where its text and its properties lie.

The head of the stream `WordDocument` points into the table stream. Text is kept in pieces, of 8 or 16 bits a
character; properties are kept in pages of 512 bytes, by the place of the text in the file.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

WORD_97 = 0xC1
IDENTITY = 0xA5EC
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
PAGE = 512
# Places in the head: lengths of the stories, and offset and length of each structure in the table stream
STORIES, CHARACTER_PAGES, PARAGRAPH_PAGES, PIECES, LISTS, LIST_USES = 0x4C, 0xFA, 0x102, 0x1A2, 0x2E2, 0x2EA
HUGE_PROPERTIES = (0x6645, 0x6646)  # the properties lie in the stream `Data`
TABLE_DEFINITION, TAB_CHANGES = 0xD608, 0xC615
OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)

Properties = dict[int, bytes]


class NotWord97Error(ValueError):
    """The file is of an older Word, of Works, or damaged."""


class EncryptedError(ValueError):
    """The file asks for a password."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `first` up to `last` lie in the file from `place` on, `width` bytes each."""

    first: int
    last: int
    place: int
    width: int


@dataclass(frozen=True, slots=True)
class Runs:
    """Properties by places in the file: run i goes from `starts[i]` to `ends[i]`."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    properties: tuple[Properties, ...]

    def at(self, place: int) -> Properties:
        """Give the properties of one place; none where no run covers it."""
        index = bisect_right(self.starts, place) - 1
        return self.properties[index] if index >= 0 and place < self.ends[index] else {}


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams that matter."""

    document: bytes
    table: bytes
    data: bytes

    def number(self, place: int) -> int:
        """Read a whole number of the head."""
        return int(struct.unpack_from("<I", self.document, place)[0])

    def structure(self, place: int) -> bytes:
        """Give the part of the table stream that the head points to."""
        offset, length = self.number(place), self.number(place + 4)
        return self.table[offset : offset + length]

    def pieces(self) -> tuple[Piece, ...]:
        """Give the pieces of the text, in order."""
        return tuple(_read_pieces(_piece_table(self.structure(PIECES)), len(self.document)))

    def paragraph_runs(self) -> Runs:
        """Give the properties of paragraphs."""
        return _sorted_runs(self._runs(PARAGRAPH_PAGES, 13, self._paragraph_properties))

    def character_runs(self) -> Runs:
        """Give the properties of characters."""
        return _sorted_runs(self._runs(CHARACTER_PAGES, 1, _character_properties))

    def _runs(self, place: int, width: int, read: object) -> Iterator[tuple[int, int, Properties]]:
        plan = self.structure(place)
        count = (len(plan) - 4) // 8
        for number in struct.unpack_from(f"<{count}I", plan, 4 * (count + 1)) if count > 0 else ():
            page = self.document[number * PAGE : (number + 1) * PAGE]
            if len(page) == PAGE:
                yield from _read_page(page, width, read)

    def _paragraph_properties(self, page: bytes, at: int) -> Properties:
        """A length in words, less one byte; 0 and a second length for an even one; two bytes name the style."""
        length = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
        first = at + (1 if page[at] else 2) + 2
        found = read_properties(page[first : first + length - 2])
        for code in HUGE_PROPERTIES:
            if code in found:
                found.update(self._huge_properties(found[code]))
        return found

    def _huge_properties(self, operand: bytes) -> Properties:
        place = int(struct.unpack("<I", operand)[0])
        (length,) = struct.unpack_from("<H", self.data, place)
        return read_properties(self.data[place + 2 : place + 2 + length])


def open_word_file(content: bytes) -> WordFile:
    """Open the streams; ImportError where olefile is missing.

    Raises:
        NotWord97Error: an older or another format.
        EncryptedError: a password is needed.
    """
    import olefile  # noqa: PLC0415  an extra: most offices have left .doc behind

    with olefile.OleFileIO(BytesIO(content)) as ole:
        document = ole.openstream("WordDocument").read()
        identity, version = struct.unpack_from("<HH", document)
        (flags,) = struct.unpack_from("<H", document, 0x0A)
        if identity != IDENTITY or version < WORD_97:
            raise NotWord97Error(version)
        if flags & ENCRYPTED:
            raise EncryptedError
        table = ole.openstream("1Table" if flags & SECOND_TABLE else "0Table").read()
        data = ole.openstream("Data").read() if ole.exists("Data") else b""
    return WordFile(document, table, data)


def read_properties(raw: bytes) -> Properties:
    """Read a list of properties; the last of a kind counts."""
    found: Properties = {}
    at = 0
    while at + 2 <= len(raw):
        (code,) = struct.unpack_from("<H", raw, at)
        at += 2
        size = OPERAND_SIZES[code >> 13]
        if code == TABLE_DEFINITION:
            size = int(struct.unpack_from("<H", raw, at)[0]) - 1
            at += 2
        elif not size:
            size = raw[at] if at < len(raw) else 0
            at += 1
            if code == TAB_CHANGES and size == 255:
                break  # its length is nowhere stated; nothing behind it is needed
        found[code] = raw[at : at + size]
        at += size
    return found


def _piece_table(raw: bytes) -> bytes:
    """Skip what stands before the piece table: property lists, each with 1 and a length."""
    at = 0
    while raw[at] == 1:
        at += 3 + int(struct.unpack_from("<H", raw, at + 1)[0])
    if raw[at] != 2:
        raise NotWord97Error
    (length,) = struct.unpack_from("<I", raw, at + 1)
    return raw[at + 5 : at + 5 + length]


def _read_pieces(table: bytes, most: int) -> Iterator[Piece]:
    count = (len(table) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table)
    for index in range(count):
        first, last = bounds[index : index + 2]
        (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)
        if not first <= last <= most or bounds[0]:  # no file holds more characters than bytes
            raise NotWord97Error
        is_narrow = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        yield Piece(first, last, place // 2 if is_narrow else place, 1 if is_narrow else 2)


def _read_page(page: bytes, width: int, read: object) -> Iterator[tuple[int, int, Properties]]:
    assert callable(read)  # noqa: S101
    count = page[-1]
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = 2 * page[4 * (count + 1) + width * index]
        yield bounds[index], bounds[index + 1], read(page, at) if at else {}


def _character_properties(page: bytes, at: int) -> Properties:
    return read_properties(page[at + 1 : at + 1 + page[at]])


def _sorted_runs(runs: Iterator[tuple[int, int, Properties]]) -> Runs:
    ordered = sorted(runs, key=lambda run: run[0])
    return Runs(
        tuple(start for start, _, _ in ordered),
        tuple(end for _, end, _ in ordered),
        tuple(held for _, _, held in ordered),
    )
