"""Build the reference from the program itself, so that it cannot drift.

`python docs/build.py` rewrites commands.md, glossary.md, errors.md and the output shown in README.md; `--check` only
compares and exits 1 where a file differs.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from openpyxl import load_workbook
from typer.testing import CliRunner

from wuye_cli.cli.app import app
from wuye_cli.domain.terms import EVENT_WORDS, EVERY_WORDS, LIGHT_WORDS, PERIOD_WORDS, ROLE_WORDS, STATUS_WORDS

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
NOTE = "<!-- 本文件由 docs/build.py 从程序生成，请勿手改。 -->\n\n"
WIDTH = "100"
STORY_WIDTH = "80"

WORDS: dict[str, Mapping[Any, str]] = {
    "status（任务状态）": STATUS_WORDS,
    "light（预警灯）": LIGHT_WORDS,
    "role（单位角色）": ROLE_WORDS,
    "every（周期）": EVERY_WORDS,
    "events.kind（办理）": EVENT_WORDS,
    "periods.state（周期性工作各期）": PERIOD_WORDS,
}


def build_commands() -> str:
    """Put every help page after the other."""
    return NOTE + "# 命令\n\n" + "\n".join(_pages())


def _pages() -> Iterator[str]:
    root = typer.main.get_command(app)
    for words in (), *_commands(root, ()):
        yield f"## `{' '.join(('wuye', *words))}`\n\n```text\n{_run(*words, '--help')}```\n"


def _commands(group: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name in getattr(group, "commands", {}):
        yield (*path, name)
        yield from _commands(group.load(name), (*path, name))  # type: ignore[attr-defined]


def _run(*words: str) -> str:
    return CliRunner().invoke(app, list(words), prog_name="wuye", env={"COLUMNS": WIDTH}).output


def build_glossary() -> str:
    """List the values that appear in JSON with the words that are printed for them."""
    parts = [NOTE, "# 词汇：JSON 中的取值与打印用语\n"]
    for heading, words in WORDS.items():
        parts.append(f"\n## {heading}\n\n| 取值 | 打印 |\n|---|---|\n")
        parts.extend(f"| `{value}` | {word} |\n" for value, word in words.items())
    return "".join(parts)


ERRORS_HEADING = """# 出错时怎么说

退出码：0 完成，1 输入有误，2 命令行有误，3 拒绝执行（什么都没有改动），4 有到期事项（仅 `--check`）。
"""


def build_errors() -> str:
    """Run one command line per error, and show what it answers and with which exit code."""
    parts = [NOTE, ERRORS_HEADING]
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        try:
            os.chdir(folder)
            _prepare_samples()
            parts.extend(_gallery())
        finally:
            os.chdir(home)
    return "".join(parts)


SAMPLES = {
    "空文件.txt": b"",
    "乱码.txt": bytes(range(256)) * 8,
    "通知.txt": "各单位：\n请于本周五下午参加会议。\n".encode(),
    "不是表格.xlsx": "序号,任务\n".encode(),
    "2027.csv": "日期,安排,名称\n2027年2月30日,放假,春节\n2026-12-31,放假,元旦\n".encode(),
}
TASK_LIST = (
    "2023年工作任务清单\n\n| 序号 | 工作任务 | 牵头单位 | 完成时限 |\n|---|---|---|---|\n"
    "| 1 | 更新小区照明 | 市住建局 | 2023年9月底前 |\n"
)
CASES = (
    "import 没有这个文件.txt",
    "import 空文件.txt",
    "import 乱码.txt",
    "import 通知.txt",
    "import 不是表格.xlsx",
    "import 清单.md",
    "import 核对表.xlsx --yes",
    "show p1-9",
    "plan show p7",
    "unit show 市住建厅",
    "lst",
    "update p1-1 --percent 120",
    "update p1-1 --percent 50 --month 2023-13",
    "update p1-1 --value 覆盖率=72",
    "update p1-1 --percent 50 --on 2024-01-01",
    "verify p1-1 --by 李四",
    "return p1-1 --reason 材料不全",
    "finish p1-1 --milestone 2023-06-30",
    "extend p1-1 --to 2023-09-01 --reason 雨季影响 --approver 王主任 --reference 专班纪要〔2023〕3号",
    "form send 2023-09 -o 填报表",
    "form collect 退回.xlsx",
    "circular draft 2024-01 -o 通报.xlsx",
    "circular issue 2023-08",
    "circular issue 2023-08 --from 退回.xlsx --yes",
    "circular supersede 2023-08 --reason 统计有误 --yes",
    "circular print 2023-08 -o 通报.xlsx",
    "run monthly -o 月度 --month 2024-01",
    "schedule -o 月度 --time 8:30",
    "calendar add 2027 2027.csv",
    "--db 没有台账.db list",
    "--db 清单.md list",
)


def _prepare_samples() -> None:
    for name, content in SAMPLES.items():
        Path(name).write_bytes(content)
    Path("清单.md").write_text(TASK_LIST, encoding="utf-8")
    _run("--db", "台账.db", "init", "--name", "示例办公室")
    _run("--db", "台账.db", "--as-of", "2023-08-01", "import", "清单.md", "--yes")
    _fill_in_wrongly()
    _report_wrongly()


def _fill_in_wrongly() -> None:
    """Write a review form and put into it what nobody can read."""
    _run("import", "清单.md", "--review", "核对表.xlsx")
    workbook = load_workbook("核对表.xlsx")
    sheet = workbook["任务"]
    headings = {cell.value: cell for row in sheet.iter_rows(max_row=5) for cell in row if cell.value}
    for heading, words in (("完成时限", "下周"), ("核对", "好")):
        sheet.cell(headings[heading].row + 1, headings[heading].column, words)
    workbook.save("核对表.xlsx")


def _report_wrongly() -> None:
    """Send a monthly form and write into it what cannot be taken."""
    _run("--db", "台账.db", "--as-of", "2023-08-20", "form", "send", "2023-08", "-o", "填报表")
    (path,) = Path("填报表").glob("*.xlsx")
    workbook = load_workbook(path)
    workbook.worksheets[0]["B5"], workbook.worksheets[0]["J5"] = "更新路灯", "很多"
    workbook.save("退回.xlsx")


def _gallery() -> Iterator[str]:
    for case in CASES:
        words = case.split()
        options = [] if "--db" in words else ["--db", "台账.db"]
        result = CliRunner().invoke(
            app, [*options, "--as-of", "2023-08-31", *words], prog_name="wuye", env={"COLUMNS": WIDTH}
        )
        yield f"\n## `wuye {case}`\n\n退出码 {result.exit_code}\n\n```text\n{result.output}```\n"


CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)  # ```console\n$ wuye list\n…```


def build_story() -> str:
    """Run README's console blocks one after the other and put their real output below each command."""
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data" / "samples", Path(folder) / "样本")
        try:
            os.chdir(folder)
            environment: dict[str, str] = {"COLUMNS": STORY_WIDTH}
            text = (ROOT / "README.md").read_text(encoding="utf-8")
            return CONSOLE.sub(lambda block: f"```console\n{_told(block[1], environment)}```", text)
        finally:
            os.chdir(home)


def _told(block: str, environment: dict[str, str]) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_answer(shlex.split(line[2:]), environment)}" for line in commands)


def _answer(words: list[str], environment: dict[str, str]) -> str:
    if words[0] == "export":
        environment.update((name, value) for name, _, value in (word.partition("=") for word in words[1:]))
        return ""
    output = CliRunner().invoke(app, words[1:], prog_name="wuye", env=environment).output
    return "\n".join(line.rstrip() for line in output.splitlines()) + "\n"


FILES = {
    DOCS / "commands.md": build_commands,
    DOCS / "glossary.md": build_glossary,
    DOCS / "errors.md": build_errors,
    ROOT / "README.md": build_story,
}


def main() -> int:
    """Write or compare every generated file."""
    check = "--check" in sys.argv[1:]
    stale = []
    for path, build in FILES.items():
        text = build()
        if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            stale.append(path.name)
        elif not check:
            path.write_text(text, encoding="utf-8")
    if stale:
        print("与程序不一致：" + "、".join(stale) + "。请运行 make docs。", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
