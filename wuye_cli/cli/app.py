"""The root command: global options, the table of commands, and the one funnel for errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from wuye_cli import __version__
from wuye_cli.cli.console import prepare_streams, report_error, say
from wuye_cli.cli.context import as_typed, build_request, explain_crash
from wuye_cli.cli.lazy import Entry, LazyGroup
from wuye_cli.cli.parsing import parse_date
from wuye_cli.cli.usage import LibraryUsageError, translate_usage_error
from wuye_cli.errors import WuyeError

COMMANDS = {
    "init": Entry("office", "建立台账，登记办公室信息"),
    "config": Entry("office", "查看或修改办公室信息"),
    "import": Entry("importing", "导入方案及其任务清单"),
    "plan": Entry("plan", "方案：列出、查看、修改、归档"),
    "task": Entry("task", "任务：增加、修改、归档"),
    "target": Entry("target", "目标：列出、设定、分解"),
    "unit": Entry("unit", "单位：列出、查看、别名、成员、合并、改名、排序、通讯录"),
    "list": Entry("listing", "列出任务"),
    "show": Entry("listing", "查看一项任务"),
    "update": Entry("progress", "填报一项任务的进展"),
    "finish": Entry("closing", "登记办结：责任单位报称已完成，待销号"),
    "verify": Entry("closing", "销号：核验无误，任务关闭"),
    "return": Entry("closing", "退回：办结不予认可，任务继续办理，完成时限不变"),
    "reopen": Entry("closing", "重新打开已办结、销号或取消的任务"),
    "extend": Entry("closing", "延期：在时限之前申请并经批准，原定时限保留"),
    "cancel": Entry("closing", "取消一项任务：不再统计，仍可用 list --archived 查看"),
    "overdue": Entry("deadlines", "列出逾期任务和错过的阶段性时限"),
    "due": Entry("deadlines", "列出即将到期的任务"),
    "remind": Entry("remind", "生成提醒各单位的文字：逾期、即将到期、尚未报送"),
    "status": Entry("status", "总览：按状态、预警灯、单位、方案统计"),
    "form": Entry("form", "月报表：发出、收回、报送情况"),
    "calendar": Entry("calendar", "工作日历：查看、加入一年的放假和调休安排"),
    "run": Entry("run", "定时运行：办好一个月要办的事"),
    "schedule": Entry("schedule", "打印定时运行的设置：cron、systemd、Windows 任务计划"),
    "circular": Entry("circular", "月通报：起草、印发、替代、取出、核对"),
    "export": Entry("export", "导出：整个台账、上级的表格、总览网页"),
    "template": Entry("template", "模板：检查上级表格里的占位符、取出一份起点"),
    "log": Entry("history", "流水：谁在何时改了什么，最近的在前"),
    "undo": Entry("history", "撤销最近的改动"),
    "db": Entry("db", "台账文件：检查、备份"),
    "demo": Entry("demo", "演示：在一个文件夹里走完全部流程"),
}


class Root(LazyGroup):
    """All commands; whatever goes wrong below ends here as one sentence and an exit code."""

    table = COMMANDS

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Run the program and leave with its exit code."""
        prepare_streams()
        code = self.run(list(sys.argv[1:] if args is None else args), **extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def run(self, words: list[str], **extra: Any) -> int:
        """Run one command line and give its exit code; errors are shown, never raised."""
        as_json = "--json" in words
        try:
            return super().main(args=words, standalone_mode=False, obj=words, **extra) or 0
        except WuyeError as error:
            return report_error(error, as_json=as_json)
        except LibraryUsageError as error:
            return report_error(translate_usage_error(error), as_json=as_json)
        except Exception as error:  # noqa: BLE001 - the funnel: no traceback ever reaches a user
            return report_error(explain_crash(error, as_typed(words)), as_json=as_json)


app = typer.Typer(name="wuye", cls=Root)


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"wuye {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option("--db", envvar="WUYE_DB", metavar="台账", help="台账文件；默认取 WUYE_DB，再取用户数据文件夹"),
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            envvar="WUYE_AS_OF",
            metavar="日期",
            parser=parse_date,
            help="以哪一天为准；默认取 WUYE_AS_OF，再取今天",
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", envvar="WUYE_WHO", metavar="姓名", help="经办人；默认取 WUYE_WHO，再取登录名"),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="显示版本")
    ] = False,
) -> None:
    """领导小组办公室任务台账：导入方案、跟踪进展、编发月通报。

    不得录入涉密事项。
    """
    ctx.obj = build_request(db, as_of, who, ctx.obj)


def main() -> None:
    """Run `wuye`."""
    typer.main.get_command(app).main(prog_name="wuye")
