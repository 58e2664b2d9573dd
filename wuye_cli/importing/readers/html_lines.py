"""The lines of a web page as a browser shows them: styled spans belong together, `<br>` and blocks part lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuye_cli.importing.readers.html_tree import Node
from wuye_cli.importing.readers.list_numbers import format_number

DROPPED = {
    *("script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe", "xml"),
    *("nav", "footer", "aside", "button", "select", "textarea", "rt", "del"),
}
BLOCKS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "pre", "center"),
    *("section", "article", "main", "header", "form", "fieldset", "blockquote", "caption", "address", "figure"),
    *("body", "html", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "legend", "figcaption", "details"),
}
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
WIDE = r"[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
BLANK_SIGNS = " \t\r\n\f"
BLANKS = re.compile(f"[{BLANK_SIGNS}]+")
SOURCE_BREAK = re.compile(rf"(?<={WIDE})\n+|\n+(?={WIDE})")  # <span>市住建局</span>\n  <span>、: no space is meant
LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
NUMBERED = re.compile(r"\s*[（(]?[\d一二三四五六七八九十]+[）)、.．]")  # 1.   （一）   二、
BREAK = "\0"


class _Label(str):
    """The number of a list item; it stands on the line of the words that follow."""

    __slots__ = ()


def flow(container: Node) -> Iterator[str | Node]:
    """Yield the lines of a container, blank ones left out, and the tables between them."""
    line: list[str] = []
    pieces: list[str | Node] = []
    _gather(container, pieces)
    for piece in pieces:
        if isinstance(piece, str) and piece != BREAK:
            line.append(piece)
            continue
        if isinstance(piece, Node) or not _is_only_label(line):
            yield from _shown(line)
            line = []
        if isinstance(piece, Node):
            yield piece
    yield from _shown(line)


def is_hidden(node: Node) -> bool:
    """Tell what a browser does not show."""
    return "hidden" in node.attributes or HIDDEN.search(node.attributes.get("style", "")) is not None


def _is_only_label(line: list[str]) -> bool:
    return any(isinstance(piece, _Label) for piece in line) and not any(
        piece.strip() for piece in line if not isinstance(piece, _Label)
    )


def _shown(line: list[str]) -> Iterator[str]:
    text = BLANKS.sub(" ", SOURCE_BREAK.sub("", "".join(line))).replace("\xa0", " ").strip()
    yield from (text,) if text else ()


def _gather(node: Node, pieces: list[str | Node]) -> None:
    """Append the texts, breaks and tables of an element; a list, for generators inside generators are slow."""
    number = 0
    for child in node.children:
        if isinstance(child, str):
            pieces.extend(_preformatted(child) if node.tag == "pre" else (_words(child),))
        elif child.tag == "table":
            pieces.append(child)
        elif child.tag == "br":
            pieces.append(BREAK)
        elif child.tag not in DROPPED and not is_hidden(child):
            number += child.tag == "li"
            around = (BREAK,) if child.tag in BLOCKS else ()
            pieces.extend((*around, *(_label(node, child, number) if child.tag == "li" else ())))
            _gather(child, pieces)
            pieces.extend(around)


def _words(text: str) -> str:
    """The text of one element: within it a line break is a space, at its ends it may only lay out the source."""
    core = text.strip(BLANK_SIGNS)
    before, _, after = text.partition(core) if core else (text, "", "")
    return _edge(before) + BLANKS.sub(" ", core).replace(BREAK, "") + _edge(after)


def _edge(blanks: str) -> str:
    return "\n" if "\n" in blanks else blanks


def _preformatted(text: str) -> Iterator[str]:
    for line in text.replace(BREAK, "").split("\n"):
        yield line.replace(" ", "\xa0")
        yield BREAK


def _label(group: Node, item: Node, number: int) -> Iterator[str]:
    """The number that a browser prints before an item, unless the item is empty or brings its own."""
    words = _first_words(item)
    if group.tag != "ol" or "none" in group.attributes.get("style", "") or not words or NUMBERED.match(words):
        return
    start = group.attributes.get("start", "1")
    count = number - 1 + (int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1)
    yield _Label(format_number(count, LIST_STYLES.get(group.attributes.get("type", ""), "decimal")) + ". ")


def _first_words(node: Node) -> str:
    for child in node.children:
        words = child.strip() if isinstance(child, str) else _first_words(child)
        if words:
            return words
    return ""
