"""Numbered paragraphs that name their units: in a bracket at the end, or on a line of their own.

    （二）规范服务
    3. 公开收费标准。在小区出入口公示项目和标准。（责任单位：市发改委，指导单位：市住建局）
    4. 畅通投诉渠道。设立热线并限时办结。（市住建局牵头，市司法局按职责分工负责）

Paragraphs without units are left to the prose recogniser.
"""

from __future__ import annotations

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.units import find_left_units
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.numbered.items import Item, group_items, read_items
from wuye_cli.importing.recognisers.prose import LIST_TITLE
from wuye_cli.importing.recognisers.table.header import find_heading_year

NAME = "inline-units"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the numbered paragraphs with units, a claim for each line."""
    return tuple(
        Claim(NAME, group[0].first, group[-1].last, LIST_TITLE.search(part.title) is not None, tuple(map(_task, group)))
        for part, items in read_items(document)
        for group in group_items(items)
        if any(item.units for item in group)
    )


def _task(item: Item) -> RawTask:
    units = item.units
    return RawTask(
        no=item.no,
        section=item.above[-1] if item.above else "",
        title=item.title,
        content=item.content,
        lead=units.lead if units else "",
        responsible=units.responsible if units else "",
        guide=units.guide if units else "",
        deadline=item.due,
        year=find_heading_year(item.above[-1]) if item.above else None,
        source=item.at,
        problems=_ask_about_units(item),
    )


def _ask_about_units(item: Item) -> tuple[Problem, ...]:
    left = find_left_units(item.content)
    sentence = f"文中还有“（{left}）”，可能是另一项任务的责任单位，请核对。"
    return (Problem("units-unsure", "responsible", sentence),) if left else ()


RECOGNISER = Recogniser(NAME, find_claims)
