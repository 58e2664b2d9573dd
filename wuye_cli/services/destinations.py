"""Which plan of the register a draft goes into, and what the document prints of the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wuye_cli.domain.spelling import find_similar, normal_name
from wuye_cli.errors import RefusedError
from wuye_cli.importing.draft import Draft, DraftPlan
from wuye_cli.importing.versions.words import words_from_json
from wuye_cli.services.codes import get_plan_code
from wuye_cli.store.database import Database
from wuye_cli.store.reading import Reader, Row, read_register

TITLES_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Placement:
    """What the clerk says of a draft: it goes into `plan`, or is a `version_of` one; the tasks `apart` match none.

    `month` is that of the progress it prints, None that of the day.
    """

    plan: str | None = None
    version_of: str | None = None
    apart: tuple[str, ...] = ()
    month: str | None = None


NOTHING_SAID = Placement()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a draft goes: into plan `code`, as its newer version (`is_whole`) or as a part; without one it is new."""

    code: str | None = None
    is_whole: bool = True
    is_stored: bool = False


def find_similar_plan(database: Database, draft: Draft) -> str | None:
    """Find an open plan of much the same title: a question to ask about a draft that seems to be new."""
    if not database.path.exists():
        return None
    with read_register(database) as reader:
        titles = {row["title"]: f"p{row['number']}" for row in reader.rows("plans", plan=None, archived=0)}
    similar = find_similar(plan_title(draft), titles, TITLES_ALIKE)
    return titles[similar[0]] if similar else None


def find_destination(reader: Reader, draft: Draft, placement: Placement) -> Destination:
    """Settle where a draft goes: where the clerk says, else into the open plan that it is a version of."""
    plans = {f"p{row['number']}": row for row in reader.rows("plans", plan=None, archived=1)}
    named = placement.plan or placement.version_of
    code = get_plan_code(named, plans) if named else None
    if code and plans[code]["archived_on"]:
        raise RefusedError("plan-archived", f"方案 {code} 已归档，不能再写入：请导入为新方案，或选别的方案。")
    open_plans = {key: row for key, row in plans.items() if row["archived_on"] is None}
    known = code if placement.version_of else _find_imported(reader, draft, open_plans)
    if known and code in {None, known}:
        return Destination(known, is_stored=_is_stored(draft, plans[known]))
    return Destination(code, is_whole=code is None)


def plan_title(draft: Draft) -> str:
    """Give the title that a document prints, else the name of its file."""
    return draft.plan.title or Path(draft.source.file).stem


def plan_columns(draft: Draft) -> dict[str, object]:
    """Give what the document prints of the plan; what it does not print stays as it is in the register."""
    plan = draft.plan
    printed = {
        "title": plan.title,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on,
        "region": plan.region,
        "level": plan.level,
        "year": plan.year,
        "period_start": plan.period and plan.period.start,
        "period_end": plan.period and plan.period.end,
        "effective_from": plan.effective and plan.effective.start,
        "effective_to": plan.effective and plan.effective.end,
    }
    return {name: value for name, value in printed.items() if value}


def _find_imported(reader: Reader, draft: Draft, plans: Mapping[str, Row]) -> str | None:
    """Find the plan that a draft is a version of: the same file, or the same title of the same place and year."""
    sha256 = draft.source.sha256
    same_file = (code for code, row in plans.items() if row["source_sha256"] == sha256 != "")
    printed = (draft.printed or draft).plan
    same_document = (code for code, row in plans.items() if _is_version_of(reader, printed, code, row))
    return next(same_file, None) or next(same_document, None)


def _is_version_of(reader: Reader, new: DraftPlan, code: str, row: Row) -> bool:
    """Compare title, number, year and region with what the plan has now, and with what its document printed."""
    imported = [one["words"] for one in reader.rows("imported", plan=code) if one["task_id"] is None]
    said = words_from_json(imported[0]) if imported else {}
    titles = {normal_name(title) for title in (row["title"], *said.get("title", ()))} - {""}
    printed = {"document_number": new.document_number, "year": new.year, "region": new.region}
    return normal_name(new.title) in titles and all(
        str(value) in {str(row[name]), *said.get(name, ())} for name, value in printed.items() if value and row[name]
    )


def _is_stored(draft: Draft, row: Row) -> bool:
    """Tell whether a plan was made from this very file, read with the year that it has now."""
    return row["source_sha256"] == draft.source.sha256 != "" and draft.plan.year in {None, row["year"]}
