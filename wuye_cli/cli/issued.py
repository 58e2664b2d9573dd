"""`wuye circular list`, `show`, `print` and `check`: the circulars that were issued."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.circular_explaining import ExplainFigures, show_explained
from wuye_cli.cli.console import confirm, say
from wuye_cli.cli.context import request_of
from wuye_cli.cli.options import AsJson, Csv, Limit, Month, OfPlan, ShowAll, Xlsx, Yes
from wuye_cli.cli.output import save_grids, saving, show_facts, show_grid
from wuye_cli.cli.parsing import parse_month, parse_word
from wuye_cli.errors import InputError
from wuye_cli.render.issues import issue_facts, issue_json, issues_grid, issues_json
from wuye_cli.services.issues import list_issues, read_frozen_file, read_issue

KIND_WORDS = {
    "workbook": "通报",
    "data": "数据",
    "policies": "亮灯规则",
    "template": "模板",
    "changes": "手工改动",
}

OneMonth = Annotated[
    str | None, typer.Argument(metavar="月份", parser=parse_month, help="如 2023-08；不写则核对已印发的全部通报")
]
Version = Annotated[int | None, typer.Option("--version", metavar="版次", min=1, help="第几版，默认为现行的一版")]
Target = Annotated[Path, typer.Option("-o", "--output", metavar="文件", help="写成哪个文件")]
What = Annotated[
    str,
    typer.Option(
        "--what",
        metavar="内容",
        parser=parse_word("bad-kind", KIND_WORDS),
        help="取出哪个存档文件：" + "、".join(KIND_WORDS.values()),
    ),
]


def list_(
    ctx: typer.Context,
    *,
    xlsx: Xlsx = None,
    csv: Csv = None,
    limit: Limit = 20,
    show_all: ShowAll = False,
    as_json: AsJson = False,
) -> None:
    """列出已印发的通报。"""
    lines = list_issues(request_of(ctx).database)
    grid = issues_grid(lines)
    save_grids(grid, xlsx=xlsx, csv=csv)
    if as_json:
        say(issues_json(lines))
    else:
        show_grid(grid, limit=limit, show_all=show_all)


def show(
    ctx: typer.Context,
    month: Month,
    *,
    plan: OfPlan = None,
    version: Version = None,
    explain: ExplainFigures = False,
    as_json: AsJson = False,
) -> None:
    """查看一期已印发的通报：期号、版次、手工改动、存档文件。

    --explain 按印发时存下的数据说明各数的来历；手工改过的数以列出的改动为准。
    """
    database = request_of(ctx).database
    page = read_issue(database, month, plan, version)
    if not as_json:
        show_facts(page.issue.title, issue_facts(page))
    if explain:
        from wuye_cli.services.freezing import thaw

        frozen = read_frozen_file(database, month, "data", plan, version)
        show_explained(thaw(frozen.content), as_json=as_json)
    elif as_json:
        say(issue_json(page))


def print_(
    ctx: typer.Context,
    month: Month,
    *,
    output: Target,
    plan: OfPlan = None,
    version: Version = None,
    what: What = "workbook",
    yes: Yes = False,
) -> None:
    """取出印发时存下的文件，逐字节不变，不管台账后来怎样改动。"""
    from wuye_cli.workbooks.saving import write_whole

    file = read_frozen_file(request_of(ctx).database, month, what, plan, version)
    if output.exists():
        confirm(f"“{output}”已经存在，覆盖吗？", yes=yes)
    with saving(output):
        write_whole(file.content, output)


def check(ctx: typer.Context, month: OneMonth = None, *, plan: OfPlan = None, as_json: AsJson = False) -> None:
    """核对已印发的通报：存档文件未被改动，与流水一致，按存档的数据和模板重新生成的表格逐格相同。

    印发时确认过的手工改动除外。有不对的以退出码 1 结束。
    """
    from wuye_cli.services.issue_checking import check_issues

    issues, faults = check_issues(request_of(ctx).database, month, plan)
    if faults:
        raise InputError("circular-faulty", f"已印发的通报有 {len(faults)} 处不对：", faults)
    if as_json:
        numbers = [issue.number_text for issue in issues]
        say(json.dumps({"schema": "wuye.circular-check/1", "checked": numbers, "faults": []}, ensure_ascii=False))
    else:
        say(f"核对了 {len(issues)} 期通报，都与印发时一样。" if issues else "还没有印发过通报，没有可核对的。")
