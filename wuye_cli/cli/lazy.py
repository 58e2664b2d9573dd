"""Commands found by name and imported only when they are called.

A module's `app` is the command itself, or holds the command by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from wuye_cli.cli.help import write_help
from wuye_cli.errors import UsageError
from wuye_cli.services.codes import ask_for


class Entry(NamedTuple):
    """Where a command lives, and the first line of its help."""

    module: str
    help: str


class Command(TyperCommand):
    """A command whose help is plain Chinese text."""

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the whole help page."""
        write_help(self, ctx, formatter)


class Group(TyperGroup):
    """Verbs under one noun; called without a verb it shows its help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; none at all ask for help."""
        return super().parse_args(ctx, args if args or ctx.resilient_parsing else ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first word names."""
        name, *rest = args
        if name in self.commands:
            return name, self.load(name), rest
        if ctx.resilient_parsing:
            return None, None, rest
        raise unknown_command(ctx.command_path, name, tuple(self.commands))

    def load(self, name: str) -> Any:
        """Give the command of this name."""
        return self.commands[name]

    def format_help(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the whole help page."""
        write_help(self, ctx, formatter)


class LazyGroup(Group):
    """A group that lists its commands from a table and imports a command's module when it is called."""

    table: Mapping[str, Entry] = {}

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = {name: Command(name, help=entry.help) for name, entry in self.table.items()}

    def load(self, name: str) -> Any:
        """Import the command of this name."""
        module = import_module(f"wuye_cli.cli.{self.table[name].module}")
        command = typer.main.get_command(module.app)
        command = getattr(command, "commands", {}).get(name, command)
        command.name = name
        return command


def unknown_command(path: str, name: str, known: tuple[str, ...]) -> UsageError:
    """Say that there is no such command, and which one may be meant."""
    return UsageError("no-such-command", f"没有命令“{name}”。{ask_for(name, known)}用 {path} --help 查看全部命令。")
