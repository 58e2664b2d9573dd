"""From a file to a draft: reader, recognisers, one winner per block, the plan's own data, the fields of each task."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.domain.divisions import Divisions
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Draft, DraftSource
from wuye_cli.importing.drafting import build_tasks
from wuye_cli.importing.heading import read_plan
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.recognisers import RECOGNISERS
from wuye_cli.importing.winners import find_unread, find_winners, task_claims


def read_draft(path: Path, *, divisions: Divisions, year: int | None = None) -> Draft:
    """Read a plan and its task list from a file; `year` is the clerk's answer where the document prints none.

    Raises:
        InputError: the file cannot be read, or holds no task list.
    """
    return build_draft(read_document(path), divisions=divisions, year=year)


def build_draft(document: Document, *, divisions: Divisions, year: int | None = None) -> Draft:
    """Turn a document into a draft."""
    winners = find_winners(document, RECOGNISERS)
    raws = tuple(raw for claim in task_claims(winners) for raw in claim.tasks)
    if not raws:
        raise _no_tasks(document)
    plan, targets, duties, problems = read_plan(document, winners)
    return Draft(
        source=DraftSource(document.name, document.sha256, document.format),
        plan=plan,
        tasks=build_tasks(raws, plan),
        plan_targets=targets,
        duties=duties,
        problems=(*problems, *find_unread(document, winners)),
        remarks=document.remarks,
    )


def _no_tasks(document: Document) -> InputError:
    return InputError(
        "no-tasks",
        f"在“{document.name}”中没有找到任务清单：既没有含“工作任务、牵头（责任）单位、完成时限”等表头的表格，"
        "也没有带责任单位或时限的编号段落。请确认选对了文件；任务清单若是图片，请先转成文字或表格。",
    )
