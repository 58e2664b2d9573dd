"""The command-line library's complaints, said in Chinese with a stable code.

The library exposes only BadParameter; its base class is what all complaints about a command line share.
"""

from __future__ import annotations

import re
from typing import Any

import typer

from wuye_cli.errors import UsageError
from wuye_cli.services.codes import ask_for

LibraryUsageError: type[Exception] = typer.BadParameter.__mro__[1]
IN_BRACKETS = re.compile(r"\(([^()]*)\)$")  # Got unexpected extra argument(s) (b c)
NOT_A = re.compile(r"'(.*)' is not a valid (\w+)")  # 'abc' is not a valid int.
OUT_OF_RANGE = re.compile(r"(\S+) is not in the range x?(\S+)\.")  # 0 is not in the range x>=1.
TYPE_WORDS = {"int": "整数", "integer": "整数", "float": "数字"}


def translate_usage_error(error: Any) -> UsageError:
    """Turn a complaint of the library into ours."""
    code, sentence = SENTENCES.get(type(error).__name__, _other)(error)
    return UsageError(code, sentence + _where_to_look(error))


def _where_to_look(error: Any) -> str:
    return f"用 {error.ctx.command_path} --help 查看用法。" if error.ctx else ""


def _no_such_option(error: Any) -> tuple[str, str]:
    name = error.option_name
    if error.ctx is None:
        return "no-such-option", f"没有选项 {name}。"
    if name in _options(error.ctx.find_root()):
        return "no-such-option", f"选项 {name} 要写在命令前面：wuye {name} … {error.ctx.info_name}。"
    return "no-such-option", f"没有选项 {name}。{ask_for(name, _options(error.ctx))}"


def _options(ctx: Any) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) if param.param_type_name == "option" for name in param.opts]


def _missing(error: Any) -> tuple[str, str]:
    return "missing-value", f"缺少{_name(error.param).rstrip()}。"


def _name(param: Any) -> str:
    if param.param_type_name == "option":
        return f"选项 {param.opts[0]} "
    return f"参数“{param.metavar}”"


def _bad_value(error: Any) -> tuple[str, str]:
    name = f"选项 {error.param_hint} " if error.param is None else _name(error.param)
    not_a, out = NOT_A.search(error.message), OUT_OF_RANGE.search(error.message)
    if not_a:
        return "bad-value", f"{name}要{TYPE_WORDS.get(not_a[2], not_a[2])}，“{not_a[1]}”不是。"
    if out:
        return "bad-value", f"{name}要 {out[2]}，“{out[1]}”不在范围内。"
    return getattr(error, "code", "bad-value"), f"{name}{error.message}"


def _bad_option_use(error: Any) -> tuple[str, str]:
    needs = "不带值" if "does not take" in error.message else "后面要写一个值"
    return "bad-option-use", f"选项 {error.option_name} {needs}。"


def _other(error: Any) -> tuple[str, str]:
    if error.message == "Missing command.":
        return "missing-command", "缺少命令。"
    extra = IN_BRACKETS.search(error.message)
    return "too-many-words", f"多出来的内容：{extra[1] if extra else error.message}。"


SENTENCES = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadWord": _bad_value,
    "BadOptionUsage": _bad_option_use,
    "BadArgumentUsage": _other,
}
