"""Printed numbers at the head of a paragraph: 一、 （一） 1. （1） ① ."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = r"[一二三四五六七八九十百]{1,4}"
_LEVELS = (
    (1, re.compile(rf"({_CHINESE})\s*[、.．，]\s*")),  # 一、总体要求
    (2, re.compile(rf"([（(]\s*{_CHINESE}\s*[）)])\s*[、.．]?\s*")),  # （一）主要任务
    (3, re.compile(r"(\d{1,3})\s*(?:[、．]|\.(?!\d))\s*")),  # 1. 1、 1．, but neither 1.5亿元 nor 2025.6
    (4, re.compile(r"([（(]\s*\d{1,3}\s*[）)]|\d{1,3}(?=[）)]))[）)]?\s*")),  # （1） 1）
    (5, re.compile(r"([①-⑳])\s*[、.．]?\s*")),  # ① 制定方案
)
_HALF_OPEN = re.compile(
    r"[（(]([一二三四五六七八九十]{1,3})(?=[\u4e00-\u9fff])([^（()）]*)$"
)  # (十推动行业发展: ) lost
_HALF_CLOSED = re.compile(r"[）)]\s*(?=[\u4e00-\u9fff])")  # )健全工作机制: (四 lost


@dataclass(frozen=True, slots=True)
class Numbering:
    """A paragraph's printed number. `level` 1 一、 2 （一） 3 1. 4 （1） 5 ①; `no` without the mark that ends it.

    `no` is empty where extraction lost the number itself and only its closing bracket is left.
    """

    level: int
    no: str
    rest: str


def find_number(text: str) -> Numbering | None:
    """Split the printed number from the head of a paragraph."""
    text = text.strip()
    for level, pattern in _LEVELS:
        if found := pattern.match(text):
            return Numbering(level, re.sub(r"\s", "", found[1]), text[found.end() :])
    return _find_damaged(text)


def _find_damaged(text: str) -> Numbering | None:
    if found := _HALF_OPEN.match(text):
        return Numbering(2, f"（{found[1]}）", found[2])
    if found := _HALF_CLOSED.match(text):
        return Numbering(2, "", text[found.end() :])
    return None
