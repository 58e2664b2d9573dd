"""The XML of a Word file by local names, so that the transitional and the strict dialect read alike."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

# Wrappers that hold content as if they were not there; what stands in them counts.
TRANSPARENT = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "AlternateContent", "Choice"}


def local_name(element: Element) -> str:
    """Give the tag without its namespace."""
    return element.tag.rpartition("}")[2]


def find_child(element: Element | None, *names: str) -> Element | None:
    """Go down a path of local names."""
    for name in names:
        element = next((child for child in element if local_name(child) == name), None) if element is not None else None
    return element


def find_value(element: Element | None, *names: str) -> str | None:
    """Give the `val` of the element at the end of a path; "" where it has none."""
    found = find_child(element, *names)
    return None if found is None else get_attribute(found, "val")


def get_attribute(element: Element, name: str) -> str:
    """Give an attribute whatever its namespace; "" where it is absent."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def find_all(element: Element, names: set[str]) -> Iterator[Element]:
    """Yield children of the given names in order, looking through transparent wrappers."""
    for child in element:
        name = local_name(child)
        if name in names:
            yield child
        elif name in TRANSPARENT:
            yield from find_all(child, names)
