"""The XML parts of an .xlsx, read as the parser meets them: no element is built, no entity is unfolded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import IO, Protocol
from xml.parsers import expat

CHUNK = 256 * 1024


class PartHandler(Protocol):
    """What meets the elements of a part; tags come with their namespace, see `local_name`."""

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Meet the beginning of an element."""

    def read(self, text: str) -> None:
        """Meet characters."""

    def close(self, tag: str) -> None:
        """Meet the end of an element."""


def read_events(source: IO[bytes], handler: PartHandler, progress: Callable[[int], None] | None = None) -> None:
    """Hand every element of a part to `handler`, and the bytes read so far to `progress`.

    Raises:
        ExpatError, ValueError: this is no part of a workbook.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = handler.open
    parser.CharacterDataHandler = handler.read
    parser.EndElementHandler = handler.close
    for chunk in _chunks(source):
        parser.Parse(chunk, False)
        if progress is not None:
            progress(source.tell())
    parser.Parse(b"", True)


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: source.read(CHUNK), b"")


def _refuse_doctype(*_: object) -> None:
    """No part declares a document type; without one there are no entities that unfold to gigabytes."""
    raise ValueError("document type")


@lru_cache(maxsize=256)  # a part has a few names, and hundreds of thousands of elements
def local_name(tag: str) -> str:
    """Take the namespace off a tag."""
    return tag.rpartition("}")[2]
