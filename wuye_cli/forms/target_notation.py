"""Targets as a person types them: 覆盖率≥80%（2025-12-31；兴庆区）, a range 新增＝3～5家."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from wuye_cli.forms.notation import NotationError, join_lines, keep, plain_text, read_day, show_day, split_lines
from wuye_cli.importing.draft import DraftTarget

OP_SIGNS = {">=": "≥", "<=": "≤", "=": "＝", ">": "＞", "<": "＜"}
_OPS = {**{sign: op for op, sign in OP_SIGNS.items()}, ">=": ">=", "<=": "<=", "=": "=", ">": ">", "<": "<"}
_OP = r"≥|≤|>=|<=|[＝＞＜=<>]"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?P<value>{_NUMBER})(?:\s*[～~—–至-]\s*(?P<max>{_NUMBER}))?(?P<unit>.*)", re.DOTALL)  # 3～5家
_HEAD = re.compile(rf"(?P<indicator>.*)(?<![<>])(?P<op>{_OP})\s*(?=\d)(?P<amount>.*)", re.DOTALL)  # 覆盖率≥80%
_TO_ASCII = str.maketrans("（）；：，", "();:,")


def read_op(text: str) -> str:
    """Read a comparison: ≥ ≤ ＝ ＞ ＜, or as keyboards have them."""
    if text.strip() not in _OPS:
        raise NotationError(f"“{text}”不是比较符号，请从 {' '.join(OP_SIGNS.values())} 中选一个")
    return _OPS[text.strip()]


def show_number(value: float) -> str:
    """Print an amount with all its digits and no more."""
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def read_amount(text: str) -> tuple[float, float | None]:
    """Read the value of a target, both ends of a range: 80, 3～5."""
    found = _AMOUNT.fullmatch(plain_text(text))
    if found is None or found["unit"]:
        raise NotationError(f"“{text}”不是数，请只写数，如 80；区间写成 3～5")
    return _number(found["value"]), _number(found["max"]) if found["max"] else None


def show_targets(targets: Iterable[DraftTarget]) -> str:
    """Print targets, one per line."""
    return join_lines(map(show_target, targets))


def read_targets(text: str, old: Sequence[DraftTarget]) -> tuple[DraftTarget, ...]:
    """Read targets, one per line."""
    return tuple(keep(split_lines(text), old, show_target, read_target))


def show_target(one: DraftTarget) -> str:
    """Print a target: 覆盖率≥80%（2025-12-31；兴庆区）."""
    tail = "；".join(part for part in (show_day(one.by), one.scope) if part)
    brackets = f"（{tail}）" if tail or one.unit.endswith(("）", ")")) else ""
    return f"{one.indicator}{OP_SIGNS[one.op]}{show_amount(one)}{one.unit}{brackets}"


def show_amount(one: DraftTarget) -> str:
    """Print the value of a target, both ends of a range."""
    return show_number(one.value) + (f"～{show_number(one.value_max)}" if one.value_max is not None else "")


def read_target(line: str) -> DraftTarget:
    """Read a target as it is printed, with the signs of any keyboard."""
    found = _HEAD.fullmatch(line.strip())
    amount = _AMOUNT.fullmatch(found["amount"]) if found else None
    if found is None or amount is None:
        raise NotationError(f"“{line}”不是目标，请写成 覆盖率≥80%（2025-12-31；兴庆区） 这样，每行一个")
    unit, by, scope = _split_tail(amount["unit"])
    return DraftTarget(
        indicator=found["indicator"].strip(),
        op=_OPS[found["op"]],
        value=_number(amount["value"]),
        unit=unit,
        value_max=_number(amount["max"]) if amount["max"] else None,
        by=by,
        scope=scope,
        text=line.strip(),
    )


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def _split_tail(words: str) -> tuple[str, date | None, str]:
    """Cut the unit from the bracket at the end: a day, a scope, or both."""
    plain = words.translate(_TO_ASCII).rstrip()
    start = _last_bracket(plain)
    if start is None:
        return words.strip(), None, ""
    unit, inside = words[:start].strip(), words.rstrip()[start + 1 : -1].strip()
    first, _, rest = inside.replace(";", "；").partition("；")
    if first[:4].isdigit():
        return unit, read_day(first), rest.strip()
    return unit, None, inside


def _last_bracket(plain: str) -> int | None:
    """Find where the bracket begins that ends a text."""
    depth = 0
    for at in range(len(plain) - 1, -1, -1):
        depth += (plain[at] == ")") - (plain[at] == "(")
        if depth == 0:
            return at if plain.endswith(")") else None
    return None
