"""The elements of a web page as browsers see them: closing tags may be missing, crossed or too many.

Comments, declarations and Word's `<![if …]>` are taken out first: html.parser would search for their ends again and
again. Elements deeper than any page needs hang on the deepest one that counts; a page of too many is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

DECLARATION = re.compile(r"<!(?:[^<>]{0,2000}>)?")  # <!DOCTYPE html>   <![if !supportLists]>   <![endif]>   <![CDATA[
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "base", "wbr", "area", "embed", "source", "param"}
# What the start of an element closes, and the element that is not left in doing so.
CLOSED_BY = {
    "td": ({"td", "th"}, {"table"}),
    "th": ({"td", "th"}, {"table"}),
    "tr": ({"td", "th", "tr"}, {"table"}),
    "li": ({"li"}, {"ul", "ol", "table", "td", "th"}),
    "dt": ({"dt", "dd"}, {"dl", "table", "td", "th"}),
    "dd": ({"dt", "dd"}, {"dl", "table", "td", "th"}),
    "option": ({"option"}, {"select", "table"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ({"td", "th", "tr", "thead", "tbody", "tfoot"}, {"table"})),
    **dict.fromkeys(
        ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre"),
        ({"p"}, {"table", "td", "th", "li", "div"}),
    ),
}
BARRIERS = {"table", "td", "th"}  # an end tag of something else does not close them
KEPT_ATTRIBUTES = {"rowspan", "colspan", "style", "hidden", "start", "type"}
IN_TABLES = {"table", "td", "th", "tr", "thead", "tbody", "tfoot"}
DEEPEST = 60
DEEPEST_TABLE = 12
MOST_NODES = 300_000  # elements and texts; a table of 5,000 rows has fewer


class TooMuchError(ValueError):
    """The page is larger, or its tables stand deeper in each other, than any that a person made."""


@dataclass(slots=True)
class Node:
    """One element; its children are elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)


def parse_html(text: str) -> Node:
    """Read a page or a fragment of one; whatever it is, there is a tree, or TooMuchError."""
    parser = _TreeBuilder()
    parser.feed(_without_open_end(DECLARATION.sub("", _without_comments(text))))
    parser.close()
    return parser.root


def _without_comments(text: str) -> str:
    kept, place = [], 0
    while (start := text.find("<!--", place)) >= 0:
        kept.append(text[place:start])
        end = text.find("-->", start)
        if end < 0:
            return "".join(kept)
        place = end + 3
    return "".join((*kept, text[place:]))


def _without_open_end(text: str) -> str:
    """Behind the last > no tag ends; html.parser would look for its end at every <."""
    end = text.rfind(">") + 1
    return text[:end] + text[end:].replace("<", "&lt;")


class _TreeBuilder(HTMLParser):
    """The elements that are open, outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("page")
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs if name in KEPT_ATTRIBUTES})
        self._open[-1].children.append(node)
        self._count_one()
        if tag == "table" and self._table_depth() >= DEEPEST_TABLE:
            raise TooMuchError
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def _count_one(self) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            raise TooMuchError

    def _table_depth(self) -> int:
        return sum(node.tag == "table" for node in self._open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<td/>` opens a cell like `<td>`: in HTML the stroke says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        barriers = {"table"} - {tag} if tag in IN_TABLES else BARRIERS
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in barriers:
                return

    def handle_data(self, data: str) -> None:
        self._count_one()
        self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        if tag not in CLOSED_BY:
            return
        closed, kept_open = CLOSED_BY[tag]
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in kept_open:
                return
            if self._open[depth].tag in closed:
                del self._open[depth:]
