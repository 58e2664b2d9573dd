"""The words of a Word paragraph as they print: insertions kept, deletions and hidden words dropped."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wuye_cli.importing.readers.docx_numbering import Numbering
from wuye_cli.importing.readers.docx_xml import find_child, find_value, get_attribute, local_name
from wuye_cli.importing.readers.list_numbers import before_text

DROPPED = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "Fallback"}
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
OFF = {"0", "false", "off"}


def read_paragraph(paragraph: Element, numbering: Numbering) -> str:
    """Give the text of a paragraph behind its automatic number; a manual line break is a line break."""
    return before_text(numbering.next_label(paragraph), "".join(_texts(paragraph)))


def goes_on(paragraph: Element) -> bool:
    """Tell whether the end of a paragraph is deleted: once accepted, the next one is part of it."""
    follows = find_child(paragraph, "pPr", "rPr", "del") is not None
    return follows and find_child(paragraph, "pPr", "sectPr") is None


def find_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the contents of text boxes that hang on a paragraph."""
    for child in paragraph:
        if local_name(child) == "txbxContent":
            yield child
        elif local_name(child) not in DROPPED:
            yield from find_boxes(child)


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "br":
            yield "" if get_attribute(child, "type") in {"page", "column"} else "\n"
        elif name not in DROPPED and name != "txbxContent" and not _is_hidden(child):
            yield from _texts(child)


def _is_hidden(run: Element) -> bool:
    hidden = find_value(run, "rPr", "vanish") if find_child(run, "rPr") is not None else None
    return hidden is not None and hidden not in OFF
