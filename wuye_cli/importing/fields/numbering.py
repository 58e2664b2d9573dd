"""Printed numbers at the head of a paragraph: 第一章 一、 第一条 （一） 1. （1） ① ."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = r"[一二三四五六七八九十百]{1,4}"
# 第二章 优化环境, 第一部分 总体要求: a whole line; but 第三章规定的条件，应当…
_CHAPTER = r"(第\s*[一二三四五六七八九十\d]{1,3}\s*%s)\s*(?=[^。；，,;]{0,30}$)"
# 第三条 开展排查, 第三条【开展排查】; but 第三条处1万元以上罚款 goes on with 依据《…》
_ARTICLE = rf"(第\s*(?:{_CHINESE}|\d{{1,3}})\s*条)(?:[\s\u3000:：、]+|(?=[【〔]))(?=\S)"
_NAMED = r"((?:任务|举措|措施|行动|工程|专项)(?:[一二三四五六七八九十]{1,3}|\d{1,2}))\s*[:：、.．]\s*"  # 行动三：…
_LEVELS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (0, re.compile(_CHAPTER % "[章编篇]")),
    (0, re.compile(_CHAPTER % "部分")),
    (0.5, re.compile(_CHAPTER % "节")),
    (1.5, re.compile(_ARTICLE)),
    (1.5, re.compile(_NAMED)),
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
    """A paragraph's printed number; `no` without the mark that ends it.

    `level` grows inwards: 0 第一章 1 一、 1.5 第一条 2 （一） 3 1. 4 （1） 5 ①; `printed` is False where the
    layout alone says that something begins.

    `no` is empty where extraction lost the number itself and only its closing bracket is left.
    """

    level: float
    no: str
    rest: str
    printed: bool = True


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
