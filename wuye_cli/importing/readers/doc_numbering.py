"""Automatic numbers of a Word 97-2003 file: list definitions, and the uses of them that paragraphs name."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from wuye_cli.importing.readers.doc_file import LIST_USES, LISTS, WordFile
from wuye_cli.importing.readers.list_numbers import Level, ListCounter

LIST_SIZE, LEVEL_SIZE, USE_SIZE, OVERRIDE_SIZE = 28, 28, 16, 8
LEVELS = 9
# The codes of a file, by the name that each form has in newer files
CODES = {
    "decimal": (0,),
    "upperRoman": (1,),
    "lowerRoman": (2,),
    "upperLetter": (3,),
    "lowerLetter": (4,),
    "chineseCounting": (10, 11, 16, 33, 35, 37),
    "chineseCountingThousand": (39,),
    "decimalEnclosedCircle": (18, 28),
    "decimalZero": (22,),
    "bullet": (23,),
    "none": (255,),
}
FORMATS = {code: name for name, codes in CODES.items() for code in codes}


def read_numbering(file: WordFile) -> ListCounter:
    """Read the lists of a file; lists are named by the number that paragraphs use, "1" for the first."""
    levels = dict(_read_lists(file))
    uses = tuple(_read_uses(file))
    definitions = {str(number): identity for number, (identity, _) in enumerate(uses, start=1)}
    restarts = {
        (str(number), depth): start for number, (_, starts) in enumerate(uses, start=1) for depth, start in starts
    }
    return ListCounter(levels, definitions, restarts)


def _read_lists(file: WordFile) -> Iterator[tuple[str, dict[int, Level]]]:
    """List definitions stand one after the other, the levels of all of them behind."""
    place, length = file.number(LISTS), file.number(LISTS + 4)
    if not length:
        return
    (count,) = struct.unpack_from("<H", file.table, place)
    heads = [place + 2 + LIST_SIZE * index for index in range(count)]
    at = place + length
    for head in heads:
        levels = {}
        is_simple = file.table[head + 26] & 1
        for depth in range(1 if is_simple else LEVELS):
            levels[depth], at = _read_level(file.table, at)
        yield str(struct.unpack_from("<I", file.table, head)[0]), levels


def _read_level(table: bytes, at: int) -> tuple[Level, int]:
    """A head, properties of paragraph and character, then the text, in which a small number stands for a level."""
    (start,) = struct.unpack_from("<i", table, at)
    at_text = at + LEVEL_SIZE + table[at + 24] + table[at + 25]
    (length,) = struct.unpack_from("<H", table, at_text)
    end = at_text + 2 + 2 * length
    signs = table[at_text + 2 : end].decode("utf-16-le", errors="replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in signs)
    return Level(FORMATS.get(table[at + 4], "decimal"), text, start), end


def _read_uses(file: WordFile) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Uses of lists stand one after the other, behind them what each overrides."""
    raw = file.structure(LIST_USES)
    (count,) = struct.unpack_from("<I", raw) if raw else (0,)
    at = 4 + USE_SIZE * count
    for index in range(count):
        head = 4 + USE_SIZE * index
        starts, at = _read_starts(raw, at, raw[head + 12])
        yield str(struct.unpack_from("<I", raw, head)[0]), starts


def _read_starts(raw: bytes, at: int, count: int) -> tuple[list[tuple[int, int]], int]:
    """Skip a place number, then read overrides: where a level starts, sometimes its whole form."""
    if not count:
        return [], at + 4 if raw[at : at + 4] == b"\xff" * 4 else at
    at += 4
    starts = []
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", raw, at)
        at += OVERRIDE_SIZE
        if flags & 0x10:
            starts.append((flags & 0xF, start))
        if flags & 0x20:
            _, at = _read_level(raw, at)
    return starts, at
