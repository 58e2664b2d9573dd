"""Issuing a circular: it gets its number and is frozen in the register, with all that it was made from.

Everything is ready before the register is locked: the data, the finished workbook with the number in it, the changes
made by hand. What is stored is never changed; a mistake is mended by a further circular that takes its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from wuye_cli.domain.issues import IssueFacts
from wuye_cli.domain.months import month_words
from wuye_cli.domain.policies import Policies
from wuye_cli.errors import InputError, RefusedError
from wuye_cli.render.workbook import circular_bytes
from wuye_cli.reports.circular_edits import Edits, edits_json
from wuye_cli.reports.circular_lines import Circular
from wuye_cli.reports.circular_replacing import replacing_words, tell_replaced
from wuye_cli.reports.issue_lines import FileLine, IssuePage, build_issue_lines
from wuye_cli.services.accepting import accept_edited
from wuye_cli.services.circulars import make_draft
from wuye_cli.services.freezing import freeze
from wuye_cli.services.issue_naming import IssueOrder, find_replaced, name_issue
from wuye_cli.store.database import Database
from wuye_cli.store.finding import Session, find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import CircularFile, IssuedCircular
from wuye_cli.store.writing import write_register
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.rewording import holds_words

RULES = TypeAdapter(Policies)
JUST_TAKEN = "number-just-taken"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A circular that only has to be stored: `facts` has no id yet, `files` are the contents by kind."""

    facts: IssueFacts
    replaced: IssueFacts | None
    plan_id: int | None
    circular: Circular
    edits: Edits
    files: Mapping[str, tuple[str, bytes]]


def _agree(_: Prepared) -> None:
    """Nobody is asked."""


def issue_circular(
    database: Database,
    order: IssueOrder,
    change: Change,
    *,
    confirm: Callable[[Prepared], None] = _agree,
    dry_run: bool = False,
) -> Prepared:
    """Issue a circular with the next number, or the one that was chosen; `confirm` raises what stands against it.

    Where its number goes to somebody else meanwhile, it is made ready and confirmed again with another.

    Raises:
        RefusedError: one stands for the month already, the number is taken, or there is nothing to tell.
    """
    while True:
        prepared = prepare_issue(database, order)
        confirm(prepared)
        try:
            return _store(database, prepared, change, dry_run=dry_run)
        except RefusedError as error:
            if error.code != JUST_TAKEN:
                raise


def prepare_issue(database: Database, order: IssueOrder) -> Prepared:
    """Make everything that is to be stored; nothing is written."""
    draft = make_draft(database, order.circular)
    replaced = find_replaced(draft, order)
    facts = name_issue(draft, order, replaced)
    words = replacing_words(replaced.number_text, replaced.issued_on, order.reason) if replaced else ""
    circular = tell_replaced(replace(draft.circular, number=facts.number_text), words)
    template = read_archive(order.circular.template)
    workbook, edits = _finish(order, circular, template, words)
    files = {
        "workbook": (f"{month_words(facts.month)}通报（{facts.number_text}）.xlsx", workbook),
        "data": ("通报数据.json", freeze(circular)),
        "policies": ("亮灯规则.json", RULES.dump_json(order.circular.policies, indent=1)),
        "template": (order.circular.template.name, template),
        **({"changes": ("手工改动.json", edits_json(edits))} if order.edited else {}),
    }
    return Prepared(facts, replaced, draft.plan_id, circular, edits, files)


def _finish(order: IssueOrder, circular: Circular, template: bytes, replacing: str) -> tuple[bytes, Edits]:
    """Fill the template, and put the edited file in the place of that where there is one."""
    name = order.circular.template.name
    workbook = circular_bytes(circular, template, name)
    if not holds_words(workbook, name, circular.number):
        sentence = f"模板“{name}”里没有“{{{{期号}}}}”，印发的通报上看不到期号：请在模板里加上再印发。"
        raise InputError("number-place", sentence)
    if order.edited is None:
        return workbook, Edits()
    return accept_edited(order.edited, workbook, circular.number, replacing)


def prepared_page(prepared: Prepared) -> IssuePage:
    """Tell all about a circular that was prepared, the same as is told of it once it is issued."""
    *_, line = build_issue_lines(filter(None, (prepared.replaced, prepared.facts)))
    files = (_file(0, kind, *file) for kind, file in prepared.files.items())
    told = tuple(FileLine(file.kind, file.name, file.size, file.sha256) for file in files)
    return IssuePage(line, told, prepared.edits)


def _store(database: Database, prepared: Prepared, change: Change, *, dry_run: bool) -> Prepared:
    facts = prepared.facts
    row = IssuedCircular(
        plan_id=prepared.plan_id,
        **{name: getattr(facts, name) for name in IssuedCircular.model_fields if name not in {"id", "plan_id"}},
    )
    with write_register(database, change, dry_run=dry_run) as session:
        _refuse_overtaken(session, prepared)
        session.add(row)
        session.flush()
        session.add_all(_file(_id(row), kind, *file) for kind, file in prepared.files.items())
        session.flush()
        return replace(prepared, facts=replace(facts, id=_id(row)))


def _refuse_overtaken(session: Session, prepared: Prepared) -> None:
    facts = prepared.facts
    same = find_rows(session, IssuedCircular, month=facts.month, plan_id=prepared.plan_id)
    standing = [row.id for row in same if row.id not in {other.supersedes for other in same}]
    if standing != ([] if facts.supersedes is None else [facts.supersedes]):
        raise RefusedError("already-issued", f"{month_words(facts.month)}的通报刚由别人印发，这次没有印发。")
    if find_rows(session, IssuedCircular, series=facts.series, year=facts.year, number=facts.number):
        raise RefusedError(JUST_TAKEN, f"{facts.number_text}刚被别人用去，没有印发：请再试一次。")


def _file(circular: int, kind: str, name: str, content: bytes) -> CircularFile:
    sha256 = hashlib.sha256(content).hexdigest()
    return CircularFile(circular_id=circular, kind=kind, name=name, sha256=sha256, size=len(content), content=content)


def _id(row: IssuedCircular) -> int:
    assert row.id is not None  # noqa: S101 - it was flushed
    return row.id
