"""Light policies: named presets in a settings file that a clerk can read and change.

    [office]
    name = "通用规则"
    red_behind_over = 30

The text is passed in; what the keys mean is said in the file itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from wuye_cli.errors import InputError, RefusedError

MEASURES = ("days", "months")
PLACE = re.compile(r"at line (\d+), column (\d+)")  # Invalid value (at line 2, column 8)


@dataclass(frozen=True, slots=True)
class Policy:
    """One preset; a condition that is None or False is not looked at. Limits are in 百分点, months, days."""

    code: str
    name: str = ""
    measure: str = "days"
    red_behind_over: float | None = None
    red_not_started_months: int | None = None
    yellow_behind_from: float | None = None
    yellow_below_line: bool = False
    yellow_due_within: int | None = None
    yellow_not_started: bool = False


@dataclass(frozen=True, slots=True)
class Policies:
    """All presets by code, in the order of the file."""

    by_code: Mapping[str, Policy]

    def get(self, code: str) -> Policy:
        """Give a preset; RefusedError where the file has none of that code."""
        policy = self.by_code.get(code)
        if policy is None:
            known = "、".join(f"{item.code}（{item.name}）" for item in self.by_code.values())
            raise RefusedError("unknown-policy", f"没有代号为“{code}”的亮灯规则。可用的有：{known}。")
        return policy


def parse_policies(text: str) -> Policies:
    """Read the settings file; InputError lists everything that is wrong with it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        where = f"第{place[1]}行第{place[2]}个字附近" if place else "末尾"
        raise InputError("bad-policies", f"亮灯规则文件的{where}写法有误，请对照文件开头的说明改正。") from error
    wrong = tuple(sentence for code, table in tables.items() for sentence in _mistakes(code, table))
    if wrong:
        raise InputError("bad-policies", "亮灯规则文件有误，请改正后重试。", wrong)
    return Policies({code: Policy(code, **table) for code, table in tables.items()})


def _mistakes(code: str, table: object) -> list[str]:
    """Say what is wrong with one preset, a sentence each."""
    if not isinstance(table, dict):
        return [f"“{code}”应写在一段规则里，即某个 [代号] 之下。"]
    kinds = {field.name: str(field.type) for field in fields(Policy) if field.name != "code"}
    wrong = [f"[{code}] 里的“{key}”不是规则条件。" for key in table if key not in kinds]
    wrong += [
        f"[{code}] 的“{key}”写成了“{value}”，应写{_wanted(kinds[key])}。"
        for key, value in table.items()
        if key in kinds and not _fits(kinds[key], value)
    ]
    if table.get("measure", MEASURES[0]) not in MEASURES:
        wrong.append(f"[{code}] 的“measure”只能写 {' 或 '.join(MEASURES)}。")
    return wrong


def _fits(kind: str, value: Any) -> bool:
    if kind == "str":
        return isinstance(value, str)
    if kind == "bool":
        return isinstance(value, bool)
    whole = isinstance(value, int) and not isinstance(value, bool)
    return (whole or (kind.startswith("float") and isinstance(value, float))) and value >= 0


def _wanted(kind: str) -> str:
    if kind == "str":
        return "引号里的文字"
    return " true 或 false" if kind == "bool" else "不小于0的整数" if kind.startswith("int") else "不小于0的数"
