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


@dataclass(frozen=True, slots=True)
class Ruling:
    """The cells of each ruled table of a page, from top to bottom; `cuts` close cells beside others with a rule."""

    tables: tuple[tuple[Box, ...], ...] = ()
    cuts: tuple[Rule, ...] = ()

    def is_cut(self, cell: Box) -> bool:
        """Whether the page ends in the middle of a cell, which the rule of its neighbours does not close."""
        left, top, right, bottom = cell
        ends = [rule for end in (top, bottom) for rule in _stand_at(self.cuts, "h", end)]
        return any(_spans(rule, (left, right)) for rule in ends)


def read_ruling(edges: Sequence[Edge]) -> Ruling:
    """Find the ruled tables of a page."""
    rules = _rules(edges) if len(edges) <= MOST_EDGES else []
    if len(rules) > MOST_RULES:
        return Ruling()
    closing = [*_closing(rules, "h"), *_closing(rules, "v")]
    cells = intersections_to_cells(edges_to_intersections([_edge(rule) for rule in (*rules, *closing)], MEET, MEET))
    tables = [tuple(cells) for cells in cells_to_tables(cells)]
    return Ruling(
        tuple(sorted(tables, key=lambda cells: min(top for _, top, _, _ in cells))),
        tuple(rule for rule in closing if rule.along == "h" and _stand_at(rules, "h", rule.at)),
    )


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
    """Put rules across the ends of those that run one way and end alike, where none stands.

    Where a page cuts the table, the cells merged over the cut are open beside others that are closed.
    """
    other = "v" if along == "h" else "h"
    across = [rule for rule in rules if rule.along == other]
    starts, ends = _ends(rules, along, "start"), _ends(rules, along, "end")
    for at, places in (*starts, *ends):
        there = _stand_at(rules, other, at)
        if there and at not in {starts[0][0], ends[-1][0]}:
            continue
        pairs = [pair for pair in pairwise(sorted(places)) if not any(_spans(rule, pair) for rule in there)]
        joined = [pair for pair in pairs if any(_spans(rule, pair) for rule in across)]
        for start, end in joined or (pairs if len(places) >= ALIKE else ()):
            yield Rule(other, at, start, end)


def _stand_at(rules: Iterable[Rule], along: str, at: float) -> list[Rule]:
    return [rule for rule in rules if rule.along == along and abs(rule.at - at) <= MEET]


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
