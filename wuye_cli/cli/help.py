"""Help pages as plain text that lines up with Chinese words: no markup library on the way to `--help`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wuye_cli.render.widths import text_width

INDENT = "  "
LIBRARY_WORDS = {  # what the command-line library itself says
    "Show this message and exit.": "显示这段说明",
    "Install completion for the current shell.": "为当前命令行安装自动补全",
    "Show completion for the current shell, to copy it or customize the installation.": "显示自动补全脚本，供自行安装",
}


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write usage, description, arguments, options and commands of a command."""
    formatter.write("\n".join(_page(command, ctx, formatter.width)) + "\n")


def _page(command: Any, ctx: Any, width: int) -> Iterator[str]:
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option" and not param.hidden]
    commands = getattr(command, "commands", {})
    words = ["[选项]", *(_argument_usage(param) for param in arguments), *(["命令 …"] if commands else [])]
    yield f"用法：{ctx.command_path} {' '.join(words)}"
    for paragraph in (command.help or "").split("\n"):
        yield from wrap(paragraph, width, INDENT)
    yield from _section("参数", [(param.metavar, param.help or "") for param in arguments], width)
    yield from _section("命令", [(name, _first_line(item.help)) for name, item in commands.items()], width)
    yield from _section("选项", [(_option_name(param), _option_help(param)) for param in options], width)


def _argument_usage(param: Any) -> str:
    return str(param.metavar if param.required else f"[{param.metavar}]")


def _option_name(param: Any) -> str:
    names = ", ".join(param.opts)
    return names if param.is_flag else f"{names} {param.metavar}"


def _option_help(param: Any) -> str:
    text = LIBRARY_WORDS.get(param.help, param.help or "")
    return f"{text}（必填）" if param.required else text


def _first_line(text: str | None) -> str:
    return (text or "").split("\n", 1)[0]


def _section(heading: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    column = max(text_width(name) for name, _ in rows) + 2
    yield ""
    yield f"{heading}："
    for name, text in rows:
        lines = list(wrap(text, width - len(INDENT) - column, ""))
        yield INDENT + name + " " * (column - text_width(name)) + lines[0]
        yield from (INDENT + " " * column + line for line in lines[1:])


def wrap(text: str, width: int, indent: str) -> Iterator[str]:
    """Break text into lines of at most `width` columns; Latin words stay whole, Chinese breaks anywhere."""
    line = indent
    for piece in _pieces(text):
        if line.strip() and text_width(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = indent + piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterable[str]:
    word = ""
    for sign in text:
        if sign.isascii() and sign != " ":
            word += sign
            continue
        if word:
            yield word
            word = ""
        yield sign
    if word:
        yield word
