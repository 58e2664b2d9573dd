"""Contact lists: who in which unit is to be called. Columns are known by their headings, in any order.

    单位 | 姓名 | 职务 | 电话
    成员单位 | 分管领导 | 职务 | 联系电话 | 联络员 | 职务 | 手机

With several columns of names, a person's 职务 and 电话 are those that follow the name; with one, they may stand
anywhere. A unit left blank is the one above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wuye_cli.domain.spelling import normal_name
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Cell, Document, Locator, Table

UNIT = re.compile(r"单位|部门|机构")  # 单位 单位名称 成员单位 责任部门
NAME = re.compile(r"姓名|联系人|联络员|负责人|领导|经办人")  # 姓名 分管领导 联络员姓名
TITLE = re.compile(r"职[务称级]|岗位")  # 职务 职务（职称）
PHONE = re.compile(r"电话|手机|号码|联系方式|座机")  # 联系电话 手机号码 办公电话
PLAIN_NAME = re.compile(r"^(?:姓名|联系人|联系人姓名)$")
PHONE_NUMBER = re.compile(r"\+?[\d\-－—\s转()（）]{5,}")  # 0951-1234567  13900000000  5556677转803


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One person as listed; `role` is the heading above the name where it says more than 姓名."""

    unit: str
    name: str
    title: str
    phone: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ContactList:
    """The persons of a list, and sentences about rows that are to be looked at."""

    rows: tuple[ContactRow, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """The columns of one person."""

    role: str
    name: int
    titles: tuple[int, ...]
    phones: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    unit: int
    persons: tuple[_Person, ...]


def read_contacts(document: Document) -> ContactList:
    """Read the contact list of a document.

    Raises:
        InputError: no table of the document has columns for units and names.
    """
    rows: list[ContactRow] = []
    problems: list[str] = []
    found = False
    for table in (block for block in document.blocks if isinstance(block, Table)):
        columns: _Columns | None = None
        unit = ""
        for cells in table.rows:
            heading = _find_columns(cells)
            if heading is not None:
                columns, found, unit = heading, True, ""
            elif columns is not None:
                unit = normal_name(cells[columns.unit].text) or unit
                persons = tuple(_read_persons(cells, columns, unit))
                rows += persons
                problems += _problems(cells[columns.unit].at, persons)
    if not found:
        raise InputError("no-contacts", _no_contacts(document.name))
    return ContactList(tuple(dict.fromkeys(rows)), tuple(problems))


def _find_columns(cells: Sequence[Cell]) -> _Columns | None:
    """Read a header row: it names units and persons, and holds no person itself."""
    texts = [normal_name(cell.text) for cell in cells]
    units = [place for place, text in enumerate(texts) if UNIT.search(text) and not PHONE.search(text)]
    names = [place for place, text in enumerate(texts) if NAME.search(text) and not _is_detail(text)]
    if not units or not names or any(map(PHONE_NUMBER.fullmatch, filter(None, texts))):
        return None
    return _Columns(units[0], tuple(_person(texts, names, place) for place in names if place != units[0]))


def _person(texts: Sequence[str], names: Sequence[int], name: int) -> _Person:
    later = [place for place in names if place > name]
    own = range(name, later[0] if later else len(texts)) if len(names) > 1 else range(len(texts))
    role = "" if PLAIN_NAME.match(texts[name]) else texts[name].removesuffix("姓名")
    return _Person(
        role,
        name,
        tuple(place for place in own if TITLE.search(texts[place])),
        tuple(place for place in own if PHONE.search(texts[place]) and not TITLE.search(texts[place])),
    )


def _is_detail(text: str) -> bool:
    """Tell 联系人电话 and 领导职务, which speak of a person, from 联系人."""
    return bool(PHONE.search(text) or TITLE.search(text))


def _read_persons(cells: Sequence[Cell], columns: _Columns, unit: str) -> Iterator[ContactRow]:
    for person in columns.persons:
        name = normal_name(cells[person.name].text)
        if name:
            yield ContactRow(unit, name, _joined(cells, person.titles), _joined(cells, person.phones), person.role)


def _joined(cells: Sequence[Cell], places: Sequence[int]) -> str:
    return "、".join(dict.fromkeys(filter(None, (" ".join(cells[place].text.split()) for place in places))))


def _problems(at: Locator, persons: Sequence[ContactRow]) -> Iterator[str]:
    for person in persons:
        if not person.unit:
            yield f"{at}：“{person.name}”没有写明单位，没有读入。"
        if any(PHONE_NUMBER.fullmatch(phone) is None for phone in filter(None, person.phone.split("、"))):
            yield f"{at}：{person.unit} {person.name} 的电话“{person.phone}”不像电话号码，请核对。"


def _no_contacts(name: str) -> str:
    return f"在“{name}”中没有找到通讯录：表头要有“单位”和“姓名”两栏，可另有“职务”“电话”。请在表格第一行写明各栏名称。"
