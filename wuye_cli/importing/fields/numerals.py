"""Numbers as Chinese documents print them, and text freed from typesetting."""

from __future__ import annotations

import re

_WIDE = {ord("０") + i: ord("0") + i for i in range(10)}
_WIDE |= {ord("Ａ") + i: ord("A") + i for i in range(26)}
_WIDE |= {ord("ａ") + i: ord("a") + i for i in range(26)}
_WIDE |= {ord("％"): ord("%"), ord("﹪"): ord("%"), ord("　"): ord(" ")}

_ANY_WIDE = re.compile(f"[{''.join(map(chr, _WIDE))}]")  # most texts print none, and are spared the translation
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
_ONE = "一二两三四五六七八九"
_PLACES = re.compile(  # 七, 十, 十二, 二十五, 三百, 一百零五, 两千
    rf"(?:([{_ONE}])千)?零?(?:([{_ONE}])百)?零?(?:([{_ONE}])?(十))?([{_ONE}])?"
)
_SIGNS = re.compile(r"[〇零○一二两三四五六七八九]+")  # 二〇二五, 两
_PERCENT = re.compile(
    rf"(?<!个)百分之(百|[{_ONE}]?十[{_ONE}]?|[{_ONE}])(?:点([零{_ONE}]+))?"
)  # 百分之八十五; 六个百分之百 is a name
_TENTHS = re.compile(  # 九成以上, 8成; but neither 建成 nor 一成不变
    rf"(?<![{_ONE}十\d])([{_ONE}1-9])成([{_ONE}1-9])?(?=以上|以下|以内|左右|的|[，,。；;、）)]|$)"
)
_SPACE = re.compile(r"\s")
_LOOSE_SPACE = re.compile(r"(?=\s)(?:(?<![A-Za-z])\s+|\s+(?![A-Za-z]))")  # 到 2027 年 -> 到2027年, but AI agent stays


def to_plain(text: str) -> str:
    """Free text from full-width letters and digits, and from spaces that only typesetting put there."""
    plain = (text.translate(_WIDE) if _ANY_WIDE.search(text) else text).strip()
    return _LOOSE_SPACE.sub("", plain) if _SPACE.search(plain) else plain


def find_number(text: str) -> int | None:
    """Read a whole number in either script: 12, 十二, 二十, 一百零五, 二〇二五, 两."""
    if text.isascii() and text.isdigit():
        return int(text)
    if _SIGNS.fullmatch(text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    places = _PLACES.fullmatch(text)
    if not text or places is None:
        return None
    thousands, hundreds, tens, _, ones = (_DIGITS.get(sign or "", 0) for sign in places.groups())
    tens = tens or int(places[4] is not None)
    return 1000 * thousands + 100 * hundreds + 10 * tens + ones


def spell_out_percent(plain: str) -> str:
    """Print shares as digits: 百分之八十五 -> 85%, 九成 -> 90%."""
    if "成" in plain:
        plain = _TENTHS.sub(_as_tenths, plain)
    return _PERCENT.sub(_as_percent, plain) if "百分之" in plain else plain


def _as_tenths(found: re.Match[str]) -> str:
    return f"{10 * (find_number(found[1]) or 0) + (find_number(found[2] or '') or 0)}%"


def _as_percent(found: re.Match[str]) -> str:
    value = 100 if found[1] == "百" else find_number(found[1])
    decimals = "".join(str(_DIGITS[sign]) for sign in found[2] or "")
    return f"{value}.{decimals}%" if decimals else f"{value}%"
