"""`wuye form`: the monthly forms out to the units and back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import confirm, say, tell
from wuye_cli.cli.context import request_of
from wuye_cli.cli.form_status import status
from wuye_cli.cli.lazy import Command, Group
from wuye_cli.cli.options import AsJson, DryRun, Month, OfPlan, Yes
from wuye_cli.cli.output import saving
from wuye_cli.cli.parsing import parse_date, parse_month
from wuye_cli.domain.months import month_words
from wuye_cli.errors import RefusedError

if TYPE_CHECKING:
    from wuye_cli.services.collecting import CollectedForm
    from wuye_cli.services.sending import Sending, WrittenForm

app = typer.Typer(cls=Group, add_completion=False)

Folder = Annotated[Path, typer.Option("-o", "--output", metavar="文件夹", help="填报表写到哪个文件夹")]
OneUnit = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只发给这个单位")]
Places = Annotated[list[Path], typer.Argument(metavar="文件夹或文件", help="收回的表所在的文件夹，或一个个文件")]
OfMonth = Annotated[
    str | None, typer.Option("--month", metavar="月份", parser=parse_month, help="收哪个月的，默认为最近发出的月份")
]
ReceivedOn = Annotated[
    date | None, typer.Option("--on", metavar="日期", parser=parse_date, help="哪一天收到的，默认为当日（--as-of）")
]
OUTCOMES = {"taken": "收下", "remarks": "收下（有说明）", "unchanged": "没有变化", "refused": "退回"}


@app.callback()
def form() -> None:
    """月报表：发出、收回、报送情况。"""


app.command("status", cls=Command)(status)


@app.command("send", cls=Command)
def send(
    ctx: typer.Context,
    month: Month,
    *,
    output: Folder,
    plan: OfPlan = None,
    unit: OneUnit = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """生成一个月的填报表：每个填报单位一份工作簿，附一份可粘贴到消息里的通知。

    表中已填好任务、时限、目标、上月累计和序时进度，单位只填浅黄色单元格；各组的成员单位每家一份。
    收回时按表内的识别码辨认，文件名随意。不得录入涉密事项。
    """
    from wuye_cli.cli.receiving import progress_bar
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.cli.working_days import load_calendar, tell_unknown_years
    from wuye_cli.services.sending import plan_sending, record_sending, write_forms

    request, rules = request_of(ctx), load_unit_rules() if unit else None
    sending = plan_sending(request.database, month, request.as_of, load_calendar(), plan=plan, unit=unit, rules=rules)
    tell_unknown_years(sending.unknown_years)
    written: tuple[WrittenForm, ...] = ()
    if not dry_run:
        record_sending(request.database, sending, request.change())
        with progress_bar("正在生成填报表") as progress, saving(output):
            written = write_forms(sending, output, overwrite=yes, progress=progress)
    say(_sent_json(sending, written) if as_json else _sent_words(sending, written))
    kept = [one.file for one in written if one.kept]
    if kept:
        raise RefusedError(
            "file-exists",
            f"有 {len(kept)} 个同名文件内容不同（可能已经填过），没有覆盖；确要覆盖请加 --yes，或换一个文件夹：",
            tuple(kept),
        )


@app.command("collect", cls=Command)
def collect(
    ctx: typer.Context,
    places: Places,
    *,
    month: OfMonth = None,
    on: ReceivedOn = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """收回填报表：读文件夹（含下级文件夹）或文件，逐份收下或退回，退回的写明每一处原因。

    文件名、存放位置、行的顺序都可以变；一份表要么整份收下，要么整份不收，不影响其他的表。重复收取不会改变台账。
    没有识别码的表（复制到新工作簿的）按填报单位和任务编号对上，确认后才收。不得录入涉密事项。
    """
    from wuye_cli.cli.receiving import progress_bar
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.collecting import find_files, find_others, judge_forms, store_forms
    from wuye_cli.services.form_round import open_round

    request = request_of(ctx)
    files = find_files(places)
    now = open_round(request.database, request.as_of, month, on=on, rules=load_unit_rules())
    with progress_bar("正在读取填报表") as progress:
        forms = judge_forms(now, files, progress)
    if not dry_run:
        forms = store_forms(request.database, now, _confirm_copies(forms, yes=yes), request.change())
    say(_collected_json(now.month, forms) if as_json else _collected_words(forms, dry_run=dry_run))
    if others := find_others(places):
        tell(f"另有 {len(others)} 个文件不是填报表（.xlsx 工作簿），没有读取：{'、'.join(others)}。")
    if any(one.outcome == "refused" for one in forms):
        raise typer.Exit(1)


def _sent_words(sending: Sending, written: tuple[WrittenForm, ...]) -> str:
    new = len(sending.new)
    counts = f"{len(sending.forms)} 个单位，" + (f"新发 {new} 份" if new else "都是发过的，内容不变")
    done = "" if written else "（没有写入）"
    return f"{month_words(sending.month)}份填报表：{counts}，请各单位于 {sending.due_on} 前报送{done}。"


def _sent_json(sending: Sending, written: tuple[WrittenForm, ...]) -> str:
    forms = [asdict(one) for one in written] or [
        {"unit": one.unit_name, "version": one.version, "is_new": one.unit in sending.new} for one in sending.forms
    ]
    content = {"schema": "wuye.forms/1", "month": sending.month, "due_on": sending.due_on.isoformat(), "forms": forms}
    return json.dumps(content, ensure_ascii=False, indent=1)


def _confirm_copies(forms: tuple[CollectedForm, ...], *, yes: bool) -> tuple[CollectedForm, ...]:
    """Ask once about the forms that carry no identity; without a yes they are refused and the others go on."""
    copies = [one for one in forms if one.copied and one.outcome in {"taken", "remarks"}]
    if not copies:
        return forms
    told = "、".join(f"{one.file}（{one.unit}）" for one in copies)
    try:
        confirm(f"有 {len(copies)} 张表没有识别码，是按填报单位和任务编号对上的：{told}。收下吗？", yes=yes)
    except RefusedError as error:
        return tuple(one.refuse(error.message) if one in copies else one for one in forms)
    return forms


def _collected_words(forms: tuple[CollectedForm, ...], *, dry_run: bool) -> str:
    lines = [line for form in forms for line in _form_lines(form)]
    counts = Counter(form.outcome for form in forms)
    told = "，".join(f"{word} {counts[outcome]} 份" for outcome, word in OUTCOMES.items() if counts[outcome])
    return "\n".join((*lines, f"共 {len(forms)} 份：{told}。" + ("（没有写入）" if dry_run else "")))


def _form_lines(form: CollectedForm) -> Iterator[str]:
    whose = f"（{form.unit}，{len(form.reports)} 项任务）" if form.unit else ""
    yield f"{OUTCOMES[form.outcome]}　{form.file}{whose}"
    yield from (f"    {sentence}" for sentence in (*form.reasons, *form.remarks))


def _collected_json(month: str, forms: tuple[CollectedForm, ...]) -> str:
    files = [
        {
            "file": one.file,
            "unit": one.unit,
            "month": one.month,
            "outcome": one.outcome,
            "tasks": len(one.reports),
            "new": len(one.new),
            "remarks": list(one.remarks),
            "reasons": list(one.reasons),
        }
        for one in forms
    ]
    return json.dumps({"schema": "wuye.collected/1", "month": month, "files": files}, ensure_ascii=False, indent=1)
