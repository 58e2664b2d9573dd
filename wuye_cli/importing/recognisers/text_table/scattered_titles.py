"""Numbers and titles of a scattered table: which title has which number, and which content belongs under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from wuye_cli.importing.recognisers.text_table.scattered_cells import Kind, ScatteredCell


def find_titles(cells: Sequence[ScatteredCell]) -> list[tuple[str, str]]:
    """Give numbers with their titles, in the order of the numbers: a run of titles below a run of numbers first."""
    numbers = [at for at, cell in enumerate(cells) if cell.kind is Kind.NUMBER]
    titles = {at: cell.text for at, cell in enumerate(cells) if cell.kind is Kind.TITLE}
    runs = [(kind, [at for at, _ in run]) for kind, run in groupby(enumerate(cells), key=lambda pair: pair[1].kind)]
    beside: dict[int, str] = {}
    for (kind, above), (below_kind, below) in pairwise(runs):
        if kind is Kind.NUMBER and below_kind is Kind.TITLE:
            beside |= {at: titles.pop(title) for at, title in zip(above, below, strict=False)}
    missing = len(numbers) - len(beside)
    others = iter(titles.values() if len(titles) <= missing else [])
    pairs = [(cells[at].text, beside[at] if at in beside else next(others, "")) for at in numbers]
    return sorted(pairs, key=lambda pair: int(pair[0]) if pair[0].isdigit() else 0)


def share_titles(titles: list[tuple[str, str]], contents: list[str]) -> list[tuple[str, str]]:
    """Share out numbered titles to contents in order; where there are more contents, by the words they share."""
    if not titles or len(titles) > len(contents):
        return [("", "")] * len(contents)
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for at, content in enumerate(contents):
        left = len(contents) - at - 1
        reach: dict[int, tuple[int, tuple[int, ...]]] = {}
        for used, (score, chosen) in best.items():
            for now in {used, used + 1} - {0, len(titles) + 1}:
                if len(titles) - now <= left:
                    way = (score + _shared(titles[now - 1][1], content), (*chosen, now - 1))
                    reach[now] = max(reach.get(now, way), way)
        best = reach
    return [titles[index] for index in best[len(titles)][1]]


def _shared(title: str, content: str) -> int:
    return len({a + b for a, b in pairwise(title)} & {a + b for a, b in pairwise(content)})
