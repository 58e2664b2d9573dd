"""The root command: help, the lazy table, mistakes on the command line, and the funnel."""

from __future__ import annotations

import json
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from tests.cli.conftest import Wuye
from wuye_cli import __version__
from wuye_cli.cli.app import COMMANDS, app


def root() -> Any:
    return typer.main.get_command(app)


def first_line(command: Any) -> str:
    return str(command.help).split("\n", 1)[0].removesuffix("。")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_lazy_table_says_what_the_command_itself_says(name: str) -> None:
    assert first_line(root().load(name)) == COMMANDS[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_chinese_help(name: str, wuye: Wuye) -> None:
    command = root().load(name)
    for verb in [command, *getattr(command, "commands", {}).values()]:
        assert not verb.help.isascii()
        assert all(param.help and not param.help.isascii() for param in verb.params)
        assert all(param.metavar for param in verb.params if not getattr(param, "is_flag", False))
    wuye(name, "--help")


def test_a_name_is_a_verb_or_a_group_never_both() -> None:
    groups = {name for name in COMMANDS if isinstance(root().load(name), TyperGroup)}
    assert groups == {
        "plan",
        "task",
        "target",
        "unit",
        "form",
        "calendar",
        "circular",
        "db",
        "run",
        "export",
        "template",
    }


@pytest.mark.parametrize("words", [[], ["--help"]])
def test_without_a_command_the_help_is_shown(words: list[str]) -> None:
    output = CliRunner().invoke(app, words).stdout
    assert all(f"  {name} " in output for name in COMMANDS)
    assert output.startswith("用法：")


def test_version(wuye: Wuye) -> None:
    assert wuye("--version").stdout == f"wuye {__version__}\n"


MISTAKES = [
    (["lst"], "没有命令“lst”。您是不是要找：list"),
    (["plan", "lst"], "没有命令“lst”。您是不是要找：list"),
    (["list", "--lihgt", "红"], "没有选项 --lihgt。您是不是要找：--light"),
    (["list", "--db", "x"], "选项 --db 要写在命令前面"),
    ([], "缺少命令"),
    (["show"], "缺少参数“任务”"),
    (["show", "1", "2"], "多出来的内容：2"),
    (["list", "--plan"], "选项 --plan 后面要写一个值"),
    (["list", "--all=1"], "选项 --all 不带值"),
    (["list", "--limit", "many"], "选项 --limit 要整数，“many”不是"),
    (["list", "--limit", "0"], "选项 --limit 要 >=1，“0”不在范围内"),
    (["due", "--within", "-3"], "选项 --within 要 >=0，“-3”不在范围内"),
    (["list", "--due-before", "下周"], "选项 --due-before “下周”不对：请写成 2023-08-31 这样"),
    (["list", "--status", "好"], "选项 --status “好”不对：可以写 已完成"),
    (["list", "--light", "紫"], "选项 --light “紫”不对：可以写 红"),
    (["list", "--role", "老大"], "选项 --role “老大”不对：可以写 牵头单位"),
    (["--as-of", "2023-02-30", "list"], "选项 --as-of “2023-02-30”不对"),
    (["circular", "draft", "2023-13", "-o", "x.xlsx"], "参数“月份”“2023-13”不对：请写成 2023-08 这样"),
    (["update", "1", "--month", "2023-13"], "选项 --month “2023-13”不对：请写成 2023-08 这样"),
    (["update", "1", "--percent", "120"], "选项 --percent “120”不对：完成进度从 0 到 100"),
    (["update", "1", "--percent", "-1"], "选项 --percent “-1”不对：完成进度从 0 到 100"),
    (["update", "1", "--percent", "nan"], "选项 --percent “nan”不对：完成进度从 0 到 100"),
    (["update", "1", "--value", "72"], "选项 --value “72”不对：请写成 指标=数值"),
]


@pytest.mark.parametrize(("words", "sentence"), MISTAKES, ids=[" ".join(words) for words, _ in MISTAKES])
def test_a_wrong_command_line_is_told_in_chinese(words: list[str], sentence: str, wuye: Wuye) -> None:
    result = wuye(*words, code=2)
    assert sentence in result.stderr
    assert result.stdout == ""
    assert not wuye.db.exists()


def test_with_json_an_error_is_one_document_with_a_stable_code(wuye: Wuye) -> None:
    result = wuye("list", "--status", "好", "--json", code=2)
    error = json.loads(result.stdout)["error"]
    assert error["code"] == "bad-status"
    assert error["message"] in result.stderr
    assert error["details"] == []


def test_the_environment_stands_in_for_options(register: Wuye) -> None:
    env = {"WUYE_DB": str(register.db), "WUYE_AS_OF": "2023-06-01"}
    result = CliRunner(env=env).invoke(app, ["overdue", "--json"])
    assert [task["title"] for task in json.loads(result.stdout)["tasks"]] == ["摸清小区底数"]


def test_a_fault_of_the_program_is_one_sentence_and_a_log(wuye: Wuye, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wuye_cli.cli.context.get_database", lambda _: 1 / 0)
    result = wuye("list", "--json", code=1)
    log = wuye.folder / "data" / "wuye" / "wuye-errors.log"
    assert str(log) in result.stderr
    assert json.loads(result.stdout)["error"]["code"] == "internal-error"
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_an_interruption_is_quiet(wuye: Wuye, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wuye_cli.cli.context.get_database", interrupt)
    assert wuye("list", code=130).output == ""
