"""From a file to a draft: reader, recognisers, one winner per block, the plan's own data, the fields of each task."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wuye_cli.domain.divisions import Divisions
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Document, Paragraph
from wuye_cli.importing.draft import Draft, DraftSource, DraftTask, Problem
from wuye_cli.importing.drafting import build_tasks
from wuye_cli.importing.fields.scopes import find_said_of_all
from wuye_cli.importing.fields.sentence_units import find_subject
from wuye_cli.importing.heading import read_plan
from wuye_cli.importing.lone_bars import drop_lone_bars
from wuye_cli.importing.readers import Progress, ignore_progress, read_document
from wuye_cli.importing.recognisers import RECOGNISERS, prose
from wuye_cli.importing.running_lines import drop_running_lines
from wuye_cli.importing.unread_table import doubt_paragraphs, find_unread_table
from wuye_cli.importing.winners import Claims, find_unread, find_winners, task_claims
from wuye_cli.importing.wrapped_lines import join_wrapped_lines

# 列第一位的为牵头单位   排在首位的单位为牵头单位   责任单位中第一个为牵头
FIRST_LEADS = re.compile(r"(?:第一位|首位|第一个|第一家|最前)[^。；]{0,8}为?[^。；]{0,4}牵头")
FIRST_LEADS_NOTED = "文中写明列在第一位的单位牵头：没有单列牵头单位的任务，第一个责任单位读作牵头单位。"
SUBJECTS_NOTED = "有{}项任务没有单列单位，句子里写着谁来做（如“{}…”）：没有读作牵头单位、责任单位，需要的请自行补上。"
OF_ALL_NOTED = "文中写明“{}”：所说的单位没有逐项写进各项任务，需要的请自行补上。"


def read_draft(
    path: Path, *, divisions: Divisions, year: int | None = None, progress: Progress = ignore_progress
) -> Draft:
    """Read a plan and its task list from a file; `year` is the clerk's answer where the document prints none.

    A draft without tasks has a problem on `tasks`: a task list was seen that could not be read.

    Raises:
        InputError: the file cannot be read, or holds no task list.
    """
    return build_draft(read_document(path, progress), divisions=divisions, year=year)


def build_draft(document: Document, *, divisions: Divisions, year: int | None = None) -> Draft:
    """Turn a document into a draft."""
    with _no_collecting():
        return _build_draft(document, divisions, year)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector of cycles away: a draft has none, and walking over all that it keeps costs a tenth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build_draft(document: Document, divisions: Divisions, year: int | None) -> Draft:
    document = join_wrapped_lines(drop_running_lines(drop_lone_bars(document)))
    winners = find_winners(document, RECOGNISERS)
    claims = doubt_paragraphs(document, task_claims(winners))
    has_tasks = any(claim.tasks for claim in claims)
    unread = None if has_tasks else find_unread_table(document)
    if not has_tasks and unread is None:
        raise _no_tasks(document)
    heading = read_plan(document, claims, divisions, year)
    first_leads = _says_first_leads(document)
    tasks = build_tasks(claims, heading.plan, header_dates=heading.header_dates, first_leads=first_leads)
    return Draft(
        source=DraftSource(document.name, document.sha256, document.format),
        plan=heading.plan,
        tasks=tasks,
        plan_targets=heading.plan_targets,
        duties=heading.duties,
        phases=heading.phases,
        problems=(*heading.problems, *_list_problems(claims), *find_unread(document, winners), *filter(None, [unread])),
        remarks=(*document.remarks, *_note_conventions(document, first_leads), *_note_subjects(tasks)),
    )


def _list_problems(claims: Claims) -> tuple[Problem, ...]:
    return tuple(problem for claim in claims for problem in claim.problems)


def _says_first_leads(document: Document) -> bool:
    return FIRST_LEADS.search(_join(document)) is not None


def _note_conventions(document: Document, first_leads: bool) -> tuple[str, ...]:
    of_all = find_said_of_all(_join(document))
    notes = (FIRST_LEADS_NOTED if first_leads else "", OF_ALL_NOTED.format(of_all) if of_all else "")
    return tuple(note for note in notes if note)


def _note_subjects(tasks: Sequence[DraftTask]) -> Iterator[str]:
    silent = (task for task in tasks if task.recogniser == prose.NAME and not task.lead.text)
    if subjects := [subject for task in silent if (subject := find_subject(task.content))]:
        yield SUBJECTS_NOTED.format(len(subjects), subjects[0])


def _join(document: Document) -> str:
    return "".join(block.text.strip() for block in document.blocks if isinstance(block, Paragraph))


def _no_tasks(document: Document) -> InputError:
    return InputError(
        "no-tasks",
        f"在“{document.name}”中没有找到任务清单：既没有含“工作任务、牵头（责任）单位、完成时限”等表头的表格，"
        "也没有带责任单位或时限的编号段落。请确认选对了文件；任务清单若是图片，请先转成文字或表格。",
    )
