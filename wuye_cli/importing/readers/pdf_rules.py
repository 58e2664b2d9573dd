"""The ruled tables of a page: where their cells stand. pdfplumber finds cells that rules close on all sides.

    1 │ 任务 │ 10月底
    ──┼──────┼───────
    2 │ 任务 │ 年底

Rules left out at the sides of a table, or where a page cuts it, are put back where the others end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from wuye_cli.importing.readers.pdf_glyphs import Box

Edge = dict[str, Any]

MEET = 3.0  # points within which two rules meet
SHORTEST = 6.0
MOST_EDGES = 20_000  # of all shapes on a page; more are a drawing, no table
MOST_RULES = 2_000
ALIKE = 3  # so many rules that end alike are rows of a table, even if nothing joins them


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule; `along` names the direction it runs in."""

    along: str
    at: float
    start: float
    end: float


def find_ruled_tables(edges: Sequence[Edge]) -> tuple[tuple[Box, ...], ...]:
    """Give the cells of each ruled table of a page, from top to bottom."""
    rules = _rules(edges) if len(edges) <= MOST_EDGES else []
    if len(rules) > MOST_RULES:
        return ()
    closed = [*rules, *_closing(rules, "h"), *_closing(rules, "v")]
    cells = intersections_to_cells(edges_to_intersections([_edge(rule) for rule in closed], MEET, MEET))
    tables = [tuple(cells) for cells in cells_to_tables(cells)]
    return tuple(sorted(tables, key=lambda cells: min(top for _, top, _, _ in cells)))


def _rules(edges: Sequence[Edge]) -> list[Rule]:
    straight = [edge for edge in edges if edge["orientation"]]
    merged = merge_edges(straight, MEET, MEET, MEET, MEET)
    rules = (
        Rule("h", edge["top"], edge["x0"], edge["x1"])
        if edge["orientation"] == "h"
        else Rule("v", edge["x0"], edge["top"], edge["bottom"])
        for edge in merged
    )
    return [rule for rule in rules if rule.end - rule.start >= SHORTEST]


def _closing(rules: Sequence[Rule], along: str) -> Iterator[Rule]:
    """Put rules across the ends of those that run one way and end alike, where none stands."""
    across = [rule for rule in rules if rule.along != along]
    for at, places in (*_ends(rules, along, "start"), *_ends(rules, along, "end")):
        if not any(abs(at - rule.at) <= MEET for rule in across):
            pairs = list(pairwise(sorted(places)))
            joined = [pair for pair in pairs if any(_spans(rule, pair) for rule in across)]
            for start, end in joined or (pairs if len(places) >= ALIKE else ()):
                yield Rule("v" if along == "h" else "h", at, start, end)


def _spans(rule: Rule, pair: tuple[float, float]) -> bool:
    return rule.start <= pair[0] + MEET and rule.end >= pair[1] - MEET


def _ends(rules: Iterable[Rule], along: str, end: str) -> list[tuple[float, list[float]]]:
    """Group rules by where they end; gives the end and where each of them runs."""
    groups: list[tuple[float, list[float]]] = []
    for at, place in sorted((getattr(rule, end), rule.at) for rule in rules if rule.along == along):
        if groups and at - groups[-1][0] <= MEET:
            groups[-1][1].append(place)
        else:
            groups.append((at, [place]))
    return groups


def _edge(rule: Rule) -> Edge:
    flat = rule.along == "h"
    x0, x1 = (rule.start, rule.end) if flat else (rule.at, rule.at)
    top, bottom = (rule.at, rule.at) if flat else (rule.start, rule.end)
    return {"orientation": rule.along, "x0": x0, "x1": x1, "top": top, "bottom": bottom}
