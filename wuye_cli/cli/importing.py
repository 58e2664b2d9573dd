"""`wuye import`: read a plan, show what was found, ask, store all or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wuye_cli.cli.console import confirm, say, tell
from wuye_cli.cli.context import Request, request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, DryRun, Yes
from wuye_cli.cli.parsing import parse_month, parse_workbook

if TYPE_CHECKING:
    from wuye_cli.domain.units import UnitRules
    from wuye_cli.importing.draft import Draft
    from wuye_cli.services.destinations import Placement
    from wuye_cli.services.importing import ImportOutcome

app = typer.Typer(add_completion=False)

NOTHING_TO_STORE = "没有读出任务，不会写入台账。"

SourceFile = Annotated[Path, typer.Argument(metavar="文件", help="文本、网页、表格、Word、WPS、PDF；- 为粘贴的文字")]
IntoPlan = Annotated[str | None, typer.Option("--plan", metavar="方案", help="把任务并入已有的方案，如 p1")]
VersionOf = Annotated[
    str | None, typer.Option("--version-of", metavar="方案", help="是该方案的新版本（名称改了时写明），逐项比较后更新")
]
Apart = Annotated[
    list[str] | None, typer.Option("--apart", metavar="任务", help="这项任务不与新文件的任何任务对应；可写多次")
]
Year = Annotated[
    int | None, typer.Option("--year", metavar="年份", min=1949, max=2100, help="文件没有写明年份时，按这一年读")
]
ForMonth = Annotated[
    str | None,
    typer.Option(
        "--month", metavar="月份", parser=parse_month, help="清单带有进展时，记作哪个月的首次填报，如 2023-08"
    ),
]
ReviewForm = Annotated[
    Path | None,
    typer.Option(
        "--review", metavar="核对表", parser=parse_workbook, help="不写入，改为导出核对表（.xlsx），改好后再导入"
    ),
]
Ask = Annotated[bool, typer.Option("--ask", help="在终端里逐处询问待核的内容：接受、更正、跳过")]
Explain = Annotated[
    str | None, typer.Option("--explain", metavar="任务", help="不写入，只说明该任务（编号或名称）是怎样读出来的")
]


@app.command("import", cls=Command)
def import_file(
    ctx: typer.Context,
    file: SourceFile,
    *,
    plan: IntoPlan = None,
    version_of: VersionOf = None,
    apart: Apart = None,
    month: ForMonth = None,
    year: Year = None,
    review: ReviewForm = None,
    ask: Ask = False,
    explain: Explain = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """导入方案及其任务清单。

    先列出读到的方案、任务、单位、时限、目标和待核之处，经确认后一次写入；不得录入涉密事项。

    拿不准的内容可用 --ask 当场回答，或用 --review 导出核对表，改好保存后导入该表即可，并列出手工改动之处。

    再次导入同名方案的新版本时，先列出新增、有变化（逐项）、不变和已没有的任务；编号、填报和手工修改都保留。
    """
    from wuye_cli.cli.explaining import show_explanation
    from wuye_cli.cli.receiving import reading_bar, receive_file
    from wuye_cli.cli.reviewing import ask_doubts, send_out, take_back
    from wuye_cli.cli.vocabulary import load_unit_rules
    from wuye_cli.services.destinations import Placement
    from wuye_cli.services.importing import draft_file

    request, rules, file = request_of(ctx), load_unit_rules(), receive_file(ctx, file)
    if explain is not None:
        show_explanation(file, explain, rules=rules, year=year, as_json=as_json)
        return
    with reading_bar() as progress:
        draft = take_back(file, year) or draft_file(file, rules=rules, year=year, progress=progress)
    if ask:
        draft = ask_doubts(draft)
    if review:
        send_out(draft, review, yes=yes)
        return
    placement = Placement(plan, version_of, tuple(apart or ()), month)
    _show(request, draft, placement, rules, only_json=dry_run and as_json, beside_json=as_json)
    if not dry_run:
        _store(request, draft, placement, rules, yes=yes, as_json=as_json)


def _show(
    request: Request, draft: Draft, placement: Placement, rules: UnitRules, *, only_json: bool, beside_json: bool
) -> None:
    """Show what was read and what it changes; beside the JSON of what is stored, on stderr."""
    from wuye_cli.cli.found import describe_draft
    from wuye_cli.render.comparison import describe_comparison, draft_json
    from wuye_cli.services.destinations import find_similar_plan
    from wuye_cli.services.first_reports import reported_month
    from wuye_cli.services.versions import compare_draft

    month = reported_month(draft, placement.month, request.as_of)
    comparison = compare_draft(request.database, draft, placement, rules=rules)
    if only_json:
        say(draft_json(draft, comparison))
        return
    similar = None if comparison else find_similar_plan(request.database, draft)
    show = tell if beside_json else say
    show(describe_draft(draft, month))
    show(describe_comparison(comparison, similar) if draft.tasks else NOTHING_TO_STORE)


def _store(request: Request, draft: Draft, placement: Placement, rules: UnitRules, *, yes: bool, as_json: bool) -> None:
    from wuye_cli.services.importing import store_draft
    from wuye_cli.services.office import read_office

    read_office(request.database)  # no register: say so before asking
    if draft.tasks:
        confirm("写入台账吗（不得录入涉密事项）？", yes=yes)
    outcome = store_draft(request.database, draft, request.change(), request.as_of, placement, rules=rules)
    say(_outcome_json(outcome) if as_json else _told(outcome))


def _outcome_json(outcome: ImportOutcome) -> str:
    from wuye_cli.render.comparison import comparison_object

    comparison = comparison_object(outcome.comparison) if outcome.comparison else None
    content = {"schema": "wuye.import/1", **asdict(outcome), "comparison": comparison}
    return json.dumps(content, ensure_ascii=False, indent=1)


def _told(outcome: ImportOutcome) -> str:
    if outcome.unchanged:
        return "台账没有变化。"
    return "\n".join(_outcome_lines(outcome))


def _outcome_lines(outcome: ImportOutcome) -> Iterator[str]:
    counts = {"新任务": outcome.tasks, "更新任务": outcome.updated, "新单位": outcome.new_units}
    told = "，".join(f"{word} {len(items)} 个" for word, items in counts.items() if items)
    yield f"已写入方案 {outcome.plan}：{told or '方案信息有更新'}，待核 {outcome.doubts} 处。"
    if outcome.reports:
        yield f"清单上的进展记作了首次填报，共 {outcome.reports} 条。"
    if outcome.archived:
        yield f"新文件里已没有的任务改为归档：{'、'.join(outcome.archived)}。"
    for unit in outcome.new_units:
        if unit.similar:
            yield f"新单位“{unit.name}”与已有的“{unit.similar}”相近：若是同一单位，请用 wuye unit merge 合并。"
    if outcome.doubts:
        yield "用 wuye list --doubt 查看待核的任务。"
