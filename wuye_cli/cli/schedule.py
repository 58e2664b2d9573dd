"""`wuye schedule`: how to have `wuye run monthly` run by itself; nothing is changed, the words are for pasting."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from wuye_cli.cli.circular_order import Template
from wuye_cli.cli.console import say, tell
from wuye_cli.cli.context import Request, request_of
from wuye_cli.cli.lazy import Command
from wuye_cli.cli.options import AsJson, OfPlan
from wuye_cli.cli.parsing import BadWord
from wuye_cli.cli.run import LOG
from wuye_cli.cli.run import Folder as Output
from wuye_cli.domain.calendar import KEEP_REST_DAY
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.errors import UsageError
from wuye_cli.render.schedules import Schedule, crontab_line, schtasks_command, systemd_service, systemd_timer

app = typer.Typer(add_completion=False)
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")  # 08:30
LONGEST_MOVE = 3  # of a reporting day on a Saturday, until it has passed
LONGEST_TASK = 261  # characters that schtasks takes as a command
PAGE = """\
【cron】运行 crontab -e，粘贴下面一行：

{cron}

【systemd】粘贴到终端运行（不登录时也要运行的，另运行 loginctl enable-linger）：

mkdir -p ~/.config/systemd/user
cat > ~/.config/systemd/user/wuye-monthly.service <<'END'
{service}END
cat > ~/.config/systemd/user/wuye-monthly.timer <<'END'
{timer}END
systemctl --user daemon-reload
systemctl --user enable --now wuye-monthly.timer

【Windows】在 Windows 电脑上运行本命令，把这一行粘贴到命令提示符运行：

{windows}

每次运行记一行，见 {log}"""


def parse_time(text: str) -> str:
    """Read a time of day like 08:30."""
    if not TIME.fullmatch(text):
        raise BadWord("bad-time", text, "请写成 08:30 这样，从 00:00 到 23:59")
    return text


Day = Annotated[int, typer.Option("--day", metavar="日", min=1, max=28, help="每月几日运行，默认 26")]
Time = Annotated[str, typer.Option("--time", metavar="时间", parser=parse_time, help="几点运行，默认 08:30")]


@app.command("schedule", cls=Command)
def schedule(
    ctx: typer.Context,
    *,
    output: Output,
    day: Day = 26,
    time: Time = "08:30",
    plan: OfPlan = None,
    template: Template = None,
    as_json: AsJson = False,
) -> None:
    """打印定时运行的设置：cron、systemd、Windows 任务计划。

    粘贴即用，什么都不改动。请把运行日定在报送日之后：到时办的是报送日刚过的那个月（见 wuye run monthly --help）。
    """
    from wuye_cli.services.office import read_office

    request = request_of(ctx)
    found = Schedule(_command(request, output, plan, template), day, time)
    _warn(found, read_office(request.database))
    log = output.absolute() / LOG
    parts = {
        "cron": crontab_line(found),
        "service": systemd_service(found),
        "timer": systemd_timer(found),
        "windows": schtasks_command(found),
        "log": str(log),
    }
    say(
        json.dumps({"schema": "wuye.schedule/1", **parts}, ensure_ascii=False, indent=1)
        if as_json
        else PAGE.format(**parts)
    )


def _command(request: Request, output: Path, plan: str | None, template: Path | None) -> tuple[str, ...]:
    """Spell out the command so that it depends on no folder and no variable; -P: nor on modules where it starts."""
    options = {"-o": output.absolute(), "--plan": plan, "--template": template and template.absolute()}
    words = (
        *(sys.executable, "-P", "-m", "wuye_cli", "--db", request.database.path.absolute()),
        *(("--who", request.who) if request.who else ()),
        *("run", "monthly"),
        *(word for option in options.items() if option[1] for word in option),
    )
    if any(not str(word).isprintable() for word in words):
        raise UsageError("bad-file-name", "台账、文件夹或模板的路径里有换行等控制字符，写不进定时任务：请改名。")
    return tuple(map(str, words))


def _warn(found: Schedule, office: OfficeFacts) -> None:
    """Say where the day or the length of the command will not do what is wanted."""
    moves = office.rest_day != KEEP_REST_DAY
    if found.day <= office.reporting_day:
        tell(f"报送日是每月{office.reporting_day}日，{found.day}日运行时办的是上个月：要办当月的请把 --day 定得晚些。")
    elif office.auto_issue == "yes" and moves and found.day < office.reporting_day + LONGEST_MOVE:
        tell(
            f"报送日{office.reporting_day}日逢周末顺延，可能到每月{found.day}日还没有过，那个月就不会自动印发："
            f"建议 --day {min(office.reporting_day + LONGEST_MOVE, 28)}。"
        )
    if len(" ".join(found.words)) > LONGEST_TASK:
        tell("命令超过 261 个字符，Windows 任务计划收不下：请把台账和文件夹放在短一些的路径里。")
