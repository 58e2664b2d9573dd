"""Numbered paragraphs that name no units: below headings that promise tasks, the innermost number is the task.

    四、主要任务
    （一）规范服务
    1.公开收费标准。在小区出入口公示项目和标准。

Where the plan stands, aims, principles, phases and safeguards are no tasks; their headings say so. Below a heading
that prints a date, the paragraph is due on that date.
"""

from __future__ import annotations

import re

from wuye_cli.importing.document import Document, Paragraph, Table
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.sentence_units import find_leading_subjects
from wuye_cli.importing.fields.units import find_doubtful_units
from wuye_cli.importing.paragraphs import split_heading
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.recognisers.numbered.due_labels import find_due, read_due
from wuye_cli.importing.recognisers.numbered.items import Item, group_items, read_items
from wuye_cli.importing.recognisers.numbered.outline import Part
from wuye_cli.importing.recognisers.numbered.sections import holds_tasks, is_provision
from wuye_cli.importing.recognisers.table.header import find_heading_year
from wuye_cli.importing.recognisers.text_table.header_lines import find_header_lines

NAME = "prose"
LIST_TITLE = re.compile("清单|台账|一览|分工|分解")
# Headings of an annex or a body that holds tasks
TASK_TITLE = re.compile("任务|清单|方案|计划|要点|措施|举措|行动|意见")
# 现将《任务清单》印发给你们; 现将有关事项通知如下 is followed by tasks
SENDS_OUT = re.compile("(?:印发|下发|转发|发)给你们|现将[^。]{0,60}(?:分解下达|下达|予以印发)")

PARTNERS = "文中写明了谁牵头，还会同别的单位，这些单位没有读出，请核对后填写。"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Find the numbered paragraphs without units in the part that holds the tasks, one claim each."""
    parts = [(part, items) for part, items in read_items(document) if items]
    claims = _find_claims(document, parts)
    return claims or (() if _holds_list(document, parts) else _find_claims(document, parts, is_only=True))


def _holds_list(document: Document, parts: list[tuple[Part, tuple[Item, ...]]]) -> bool:
    """The tasks stand elsewhere: in a table, or in paragraphs that name their units."""
    if any(item.units for _, items in parts for item in items):
        return True
    return any(isinstance(block, Table) for block in document.blocks) or bool(find_header_lines(document))


def _find_claims(
    document: Document, parts: list[tuple[Part, tuple[Item, ...]]], *, is_only: bool = False
) -> tuple[Claim, ...]:
    return tuple(
        Claim(NAME, group[0].first, group[-1].last, _is_list(part, items), tasks)
        for part, items in _task_parts(document, parts)
        for group in group_items(items)
        if not any(item.units for item in group)
        if (tasks := tuple(_task(item) for item in group if _is_task(item, is_only=is_only)))
    )


def _task_parts(document: Document, parts: list[tuple[Part, tuple[Item, ...]]]) -> list[tuple[Part, tuple[Item, ...]]]:
    """The body is the last part that is no annex; an annex counts by its title, or where it is all there is.

    Beside the annexes that a notice sends out, its own paragraphs are no tasks.
    """
    annexes = [(part, items) for part, items in parts if part.is_annex and TASK_TITLE.search(part.title)]
    bodies = [(part, items) for part, items in parts if not part.is_annex][-1:] or parts[:1]
    if annexes and all(_sends_out(document, part) and not any(item.above for item in items) for part, items in bodies):
        return annexes
    return [found for found in parts if found in (*bodies, *annexes)]


def _sends_out(document: Document, part: Part) -> bool:
    blocks = document.blocks[part.first : part.last + 1]
    return any(isinstance(block, Paragraph) and SENDS_OUT.search(block.text) for block in blocks)


def _is_list(part: Part, items: tuple[Item, ...]) -> bool:
    """Paragraphs without units count as much as those with units in the same list."""
    return LIST_TITLE.search(part.title) is not None and any(item.units for item in items)


def _is_task(item: Item, *, is_only: bool) -> bool:
    if find_doubtful_units(item.content or item.title):
        return True
    promised = holds_tasks(item.above, item.heading, is_due=_is_labelled_due(item), is_only=is_only)
    return promised and not is_provision(f"{item.title}，{item.content}")


def _is_labelled_due(item: Item) -> bool:
    """The paragraph says by when it is due; a phase says so in its heading."""
    return item.due is not None and find_due((*item.above, item.heading)) is None


def _task(item: Item) -> RawTask:
    title = split_heading(item.content)[0] if is_deadline(item.title) else item.title
    units, with_others = find_leading_subjects(item.content or item.title)
    return RawTask(
        no=item.no,
        section=item.above[-1] if item.above else "",
        title=title,
        content=item.content,
        lead=units.lead,
        responsible=units.responsible,
        deadline=item.due or read_due(item.heading),
        year=find_heading_year(item.above[-1]) if item.above else None,
        source=item.at,
        problems=(
            *_ask_about_units(item),
            *([Problem("units-unsure", "responsible", PARTNERS)] if with_others else []),
        ),
    )


def _ask_about_units(item: Item) -> tuple[Problem, ...]:
    doubtful = find_doubtful_units(item.content or item.title)
    sentence = f"“（{doubtful}）”像是写明了责任单位，但没有读懂，请核对后填写。"
    return tuple(Problem("units-unsure", role, sentence) for role in ("lead", "responsible")) if doubtful else ()


RECOGNISER = Recogniser(NAME, find_claims)
