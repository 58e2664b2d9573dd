"""A look at a template before it is used: what it asks for, what is wrong with it, what filling would lose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wuye_cli.errors import InputError
from wuye_cli.workbooks.archive import read_archive
from wuye_cli.workbooks.content import Content
from wuye_cli.workbooks.losses import find_losses
from wuye_cli.workbooks.pictures import load_with_pictures
from wuye_cli.workbooks.template_checks import find_placeholders, template_problems


@dataclass(frozen=True, slots=True)
class Asked:
    """One placeholder and where it stands; `field` is that of the list `name`, None for a single value."""

    sheet: str
    place: str
    text: str
    name: str
    field: str | None


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """What a template asks for, and what would be lost."""

    asked: tuple[Asked, ...]
    losses: tuple[str, ...]


def look_at_template(path: Path, known: Content) -> TemplateLook:
    """Look at a template; of `known` only the names count.

    Raises:
        InputError: it cannot be filled; every problem is named with its place.
    """
    source = read_archive(path)
    workbook = load_with_pictures(source, path.name)
    for title in known.unprinted.intersection(workbook.sheetnames):
        workbook.remove(workbook[title])
    problems = template_problems(workbook, known)
    if problems:
        raise InputError("template-placeholder", f"模板“{path.name}”有 {len(problems)} 处要改：", problems)
    found = ((sheet, place, match[0], match[1], match[2]) for sheet, place, match in find_placeholders(workbook))
    return TemplateLook(tuple(Asked(*one) for one in found), find_losses(source, path.name))
