"""HTML as a tree of elements: whoever wrote a text, it can become nothing but text.

The library that writes the tree escapes every text and every attribute; nothing here puts markup together by hand.
"""

from __future__ import annotations

from xml.etree import ElementTree

from wuye_cli.render.widths import plain

Element = ElementTree.Element
Node = Element | str | None


def element(tag: str, *children: Node, **attributes: str) -> Element:
    """Make an element; `class_` is written class, `data_label` data-label; None is no child."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): plain(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            _append_text(made, plain(child))
        elif child is not None:
            made.append(child)
    return made


def page(title: str, style: str, *content: Node) -> str:
    """Write a whole page that loads nothing and runs nothing: the browser is told to refuse both."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", style),
    )
    tree = element("html", head, element("body", *content), lang="zh-CN")
    return f"<!DOCTYPE html>\n{ElementTree.tostring(tree, encoding='unicode', method='html')}\n"


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
