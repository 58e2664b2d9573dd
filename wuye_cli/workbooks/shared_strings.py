"""The texts that the cells of a workbook share, each kept once in a part of its own."""

from __future__ import annotations

from typing import IO

from wuye_cli.workbooks.part_events import local_name, read_events


def read_shared_strings(source: IO[bytes]) -> tuple[str, ...]:
    """Read the texts in order, without their formats and the reading aids beside them."""
    strings = _Strings()
    read_events(source, strings)
    return tuple(strings.found)


class _Strings:
    """<si> holds <t>, or runs <r> with a <t> each; <rPh> says how a text is pronounced."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.pieces: list[str] = []
        self.in_text = self.is_aside = False

    def open(self, tag: str, _: dict[str, str]) -> None:
        match local_name(tag):
            case "t":
                self.in_text = not self.is_aside
            case "si":
                self.pieces = []
            case "rPh":
                self.is_aside = True

    def read(self, text: str) -> None:
        if self.in_text:
            self.pieces.append(text)

    def close(self, tag: str) -> None:
        match local_name(tag):
            case "t":
                self.in_text = False
            case "si":
                self.found.append("".join(self.pieces).replace("x005F_", ""))
            case "rPh":
                self.is_aside = False
