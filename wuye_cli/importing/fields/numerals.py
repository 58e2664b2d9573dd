"""Numbers as Chinese documents print them, and text freed from typesetting."""

from __future__ import annotations

import re

_WIDE = {ord("０") + i: ord("0") + i for i in range(10)}
_WIDE |= {ord("Ａ") + i: ord("A") + i for i in range(26)}
_WIDE |= {ord("ａ") + i: ord("a") + i for i in range(26)}
_WIDE |= {ord("％"): ord("%"), ord("﹪"): ord("%"), ord("　"): ord(" ")}

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
_TENS = re.compile(r"(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?")  # 七, 十, 十二, 三十, 二十五
_SIGNS = re.compile(r"[〇零○一二两三四五六七八九]+")  # 二〇二五, 两
_LOOSE_SPACE = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")  # 到 2027 年 -> 到2027年, but AI agent stays


def to_plain(text: str) -> str:
    """Free text from full-width letters and digits, and from spaces that only typesetting put there."""
    return _LOOSE_SPACE.sub("", text.translate(_WIDE).strip())


def find_number(text: str) -> int | None:
    """Read a small whole number in either script: 12, 十二, 二十, 二〇二五, 两."""
    if text.isascii() and text.isdigit():
        return int(text)
    if _SIGNS.fullmatch(text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    tens = _TENS.fullmatch(text)
    if not text or tens is None:
        return None
    ones = _DIGITS[tens[2]] if tens[2] else 0
    return 10 * (_DIGITS[tens[1]] if tens[1] else 1) + ones
