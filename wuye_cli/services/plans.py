"""Changing a plan's own data, and putting a plan away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from wuye_cli.domain.policies import Policies
from wuye_cli.errors import RefusedError
from wuye_cli.services.codes import ask_for
from wuye_cli.services.complaints import Complaints
from wuye_cli.services.rows import get_plan
from wuye_cli.services.unit_book import identity
from wuye_cli.store.database import Database
from wuye_cli.store.finding import find_rows
from wuye_cli.store.journal import Change
from wuye_cli.store.models import Doubt, Plan
from wuye_cli.store.replacing import set_values
from wuye_cli.store.writing import write_register

WORDS = ("title", "document_number", "issuer", "region", "level")
DAYS = ("issued_on", "period_start", "period_end", "effective_from", "effective_to")
FIELDS = (*WORDS, *DAYS, "year", "policy")


def edit_plan(
    database: Database,
    code: str,
    values: Mapping[str, str],
    change: Change,
    on: date,
    *,
    policies: Policies,
    dry_run: bool = False,
) -> str:
    """Change a plan's own data; an empty text takes a value away. What is set by hand is no longer 待核."""
    with write_register(database, change, dry_run=dry_run) as session:
        plan = get_plan(session, code)
        set_values(plan, _read(values, policies))
        _check_order(plan)
        for doubt in find_rows(session, Doubt, plan_id=identity(plan.id), task_id=None):
            if doubt.confirmed_on is None and doubt.field in {*values, *_wider(values)}:
                doubt.confirmed_on = on
        return f"p{plan.number}"


def archive_plan(database: Database, code: str, change: Change, on: date, *, dry_run: bool = False) -> str:
    """Put a plan away with its tasks; they are shown only where archived ones are asked for."""
    with write_register(database, change, dry_run=dry_run) as session:
        plan = get_plan(session, code)
        plan.archived_on = on
        return f"p{plan.number}"


def _read(values: Mapping[str, str], policies: Policies) -> dict[str, object]:
    wrong = Complaints()
    read = {name: _read_one(name, text.strip(), policies, wrong) for name, text in values.items()}
    wrong.raise_all()
    return read


def _read_one(name: str, text: str, policies: Policies, wrong: Complaints) -> object:
    if name not in FIELDS:
        wrong.add("unknown-field", f"方案没有“{name}”这一项。{ask_for(name, FIELDS)}")
    elif name == "title" and not text:
        wrong.add("empty-title", "方案名称不能为空。", usage=True)
    elif name in DAYS:
        return _read_with(date.fromisoformat, text, f"日期“{text}”不对：请写成 2023-08-31 这样。", wrong)
    elif name == "year":
        return _read_with(int, text, f"年份“{text}”不对：请写成 2023 这样。", wrong)
    elif name == "policy" and text not in {"", *policies.by_code}:
        wrong.add("unknown-policy", f"没有代号为“{text}”的亮灯规则：可用的有 {'、'.join(policies.by_code)}。")
    return text


def _read_with(parse: Callable[[str], object], text: str, sentence: str, wrong: Complaints) -> object:
    try:
        return parse(text) if text else None
    except ValueError:
        wrong.add("bad-value", sentence, usage=True)
        return None


def _check_order(plan: Plan) -> None:
    if plan.period_start and plan.period_end and plan.period_end < plan.period_start:
        sentence = f"方案的期间不对：结束日期 {plan.period_end} 早于开始日期 {plan.period_start}，没有改动。"
        raise RefusedError("bad-period", sentence)


def _wider(values: Mapping[str, str]) -> set[str]:
    """Name the doubt that a pair of dates is about."""
    return {name.partition("_")[0] for name in values if name in DAYS[1:]}
