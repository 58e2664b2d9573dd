"""`wuye demo`: the whole way of the work in one folder, by running the same commands that a clerk would type."""

from __future__ import annotations

import shlex
import shutil
import sys
from contextlib import chdir
from pathlib import Path
from typing import Annotated, Any

import typer

from wuye_cli.cli.console import say
from wuye_cli.cli.lazy import Command
from wuye_cli.errors import RefusedError
from wuye_cli.resources import data_path

app = typer.Typer(add_completion=False)

REGISTER = "演示台账.db"
SAMPLES = "样本"
TODAY = "2023-11-15"
STORY = """
init --name 银川市“安心小区”行动领导小组办公室 --issuer 银川市“安心小区”行动领导小组办公室 --number-prefix 银安居办 --region 银川市 --level 市 --contact 0951-0000000
import 样本/1-市年度任务清单.txt --yes
import 样本/2-市三年任务清单.txt --yes
import 样本/3-市意见及任务清单.txt --yes
import 样本/4-区实施方案.txt --yes
import 样本/5-市工作方案.txt --yes
import 样本/6-市部门分解表.xlsx --yes
import 样本/7-区街道任务表.docx --yes
import 样本/1-市年度任务清单.txt --yes
unit group 各街道办事处 解放西街街道办事处 凤凰北街街道办事处 新华街街道办事处
task edit p1-2 --lead 市发展和改革委员会
task add --plan p1 --title 开通投诉热线 --content 开通小区治理投诉热线，投诉件限时办结。 --lead 市住建局 --deadline 2023年12月底前
update p1-1 --unit 市住房和城乡建设局 --percent 70 --month 2023-05 --on 2023-05-25 --note 三个区已完成入户核对
update p1-1 --unit 市住房和城乡建设局 --percent 100 --month 2023-06 --on 2023-06-24
finish p1-1 --on 2023-06-26 --note 电子底册已上线
update p1-2 --percent 60 --month 2023-06 --on 2023-06-25 --problem 部分小区没有固定公示场所 --next 7月底前补齐公示栏
update p1-2 --percent 85 --month 2023-09 --on 2023-09-25
update p1-3 --unit 市消防救援支队 --percent 100 --month 2023-08 --on 2023-08-24
finish p1-3 --on 2023-08-28
update p1-3.2 --unit 兴庆区人民政府 --percent 75 --value 集中充电点建设=30 --month 2023-09 --on 2023-09-22
update p1-3.2 --unit 兴庆区人民政府 --percent 90 --value 集中充电点建设=36 --month 2023-10 --on 2023-10-24
update p1-3.2 --unit 金凤区人民政府 --percent 100 --value 集中充电点建设=30 --month 2023-10 --on 2023-10-24
update p1-3.2 --unit 西夏区人民政府 --percent 60 --value 集中充电点建设=12 --month 2023-10 --on 2023-10-25
update p1-3.2 --unit 灵武市人民政府 --percent 80 --value 集中充电点建设=8 --month 2023-10 --on 2023-10-27
update p1-3.2 --unit 永宁县人民政府 --percent 100 --value 集中充电点建设=10 --month 2023-10 --on 2023-10-25
update p1-4 --percent 55 --value 年度评议覆盖率=48 --month 2023-09 --on 2023-09-25
update p1-4 --percent 88 --value 年度评议覆盖率=71 --month 2023-10 --on 2023-10-25
update p1-5 --percent 80 --month 2023-10 --on 2023-10-25 --problem 两个县尚未安排培训 --next 11月中旬前补训
update p2-3 --value 线上申请比例=35 --percent 40 --month 2023-10 --on 2023-10-25
update p2-5 --unit 兴庆区人民政府 --value 物业管理委员会试点=3 --percent 60 --month 2023-10 --on 2023-10-25
update p3-3 --percent 100 --month 2023-07 --on 2023-07-25
finish p3-3 --on 2023-07-28
update p3-5 --percent 90 --month 2023-10 --on 2023-10-24 --problem 评估机构力量不足
update p4-3 --unit 兴庆区住建部门 --percent 80 --value 改造老旧管网=12 --month 2023-10 --on 2023-10-25
update p6-1 --percent 100 --month 2023-09 --on 2023-09-25
finish p6-1 --on 2023-09-27
update p6-2 --percent 70 --month 2023-09 --on 2023-09-25
update p6-4 --value 拆除违法建筑=52 --percent 87 --month 2023-10 --on 2023-10-25
update p6-5 --note 本月无进展 --month 2023-10 --on 2023-10-25
update p7-1 --unit 解放西街街道办事处 --percent 100 --month 2023-10 --on 2023-10-25
update p7-2 --percent 96 --month 2023-10 --on 2023-10-25
list --plan p1
show p1-3.2
due --within 46
status
overdue --xlsx 逾期任务表.xlsx
circular draft 2023-10 -o 2023年10月通报（草稿）.xlsx
export register -o 任务台账.xlsx
export html -o 总览.html
"""  # noqa: E501 - one command per line, as it is typed
TRY_NEXT = """list --doubt
task confirm p1-2
list --unit 兴庆区人民政府 --light 红
show p1-2
update p1-2 --percent 95 --note 公示栏已全部安装
unit list
plan show p5
circular issue 2023-10 --yes
circular check
config --reporting-day 20"""

Folder = Annotated[Path, typer.Argument(metavar="文件夹", help="演示用的文件夹，没有就新建")]


@app.command("demo", cls=Command)
def demo(ctx: typer.Context, folder: Folder) -> None:
    """演示：在一个文件夹里走完全部流程。

    建立新台账，导入样本方案，填报几个月的进展，显示总览，导出逾期任务表和月通报草稿。再次运行会重新建立演示台账。
    """
    _prepare(folder)
    put = "set" if sys.platform == "win32" else "export"
    settings = [f"cd {shlex.quote(str(folder))}", f"{put} WUYE_DB={REGISTER}", f"{put} WUYE_AS_OF={TODAY}"]
    say("\n".join(("以下命令在演示文件夹里运行，以 2023 年 11 月 15 日为当日；自己动手时先运行：", *settings)))
    with chdir(folder):
        for line in STORY.strip().splitlines():
            _run(ctx.find_root().command, line)
    results = "、".join(sorted(path.name for path in folder.glob("*.xlsx")))
    say(f"\n演示完成。{folder} 里有：{results}，可用 WPS 或 Excel 打开；总览.html 可用浏览器打开。接下来可以试试：")
    say("\n".join(("", *settings, *(f"wuye {line}" for line in TRY_NEXT.splitlines()))))


def _prepare(folder: Path) -> None:
    """Take away the register of an earlier demonstration, and lay out the sample documents."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{REGISTER}*"):
            old.unlink()
        shutil.copytree(data_path("samples"), folder / SAMPLES, dirs_exist_ok=True)
    except OSError as error:
        raise RefusedError("folder-unwritable", f"写不进文件夹“{folder}”：请换一个能写的文件夹。") from error


def _run(program: Any, line: str) -> None:
    say(f"\n$ wuye {line}")
    code = program.run(["--db", REGISTER, "--as-of", TODAY, *shlex.split(line)])
    if code:
        raise typer.Exit(code)
