"""When a paragraph is due by what it prints beside its units, or by a dated heading above it.

    …。（责任单位：甲局；完成时限：长期坚持）        完成时限：2024年6月底前完成一期，2025年底前完成二期
    2024年6月30日, alone on a line below the paragraph
    （一）2024年3月底前：完成前期准备               二、动员部署（2024年3月底前）

The label and its words leave the paragraph; what else stands in the bracket stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.roles import mend_labels
from wuye_cli.importing.paragraphs import find_mark

_LABEL = (
    r"(?:(?:计划|要求)?(?:完成|工作|办理|整改|落实|实施)?(?:时限|时间|期限|日期)(?:要求)?|时间节点|节点要求|(?:时间|进度)(?:安排|要求))"
    r"\s*[:：]\s*"
)
# （完成时限：6月底）, …；完成时限：6月底）, and the bracket that holds nothing else
_IN_BRACKET = re.compile(rf"(?P<open>[（(\[【〔；;，,])\s*{_LABEL}(?P<due>[^（()）；;\]】〕\n]+)(?=[；;）)\]】〕])")
# 完成时限：6月底 on a line of its own, or as the last sentence
_AT_END = re.compile(rf"(?m)(?:^|(?<=[。；;！）)】]))[^\S\n]*{_LABEL}(?P<due>[^\n；;。]+)(?:[。；;]|$)")
_BARE = re.compile(r"[（(](?P<due>[^（()）]{2,30})[）)](?=\s*$)")  # （2025年6月底前完成） at the end
_EMPTY = re.compile(r"[（(\[【〔][；;，,\s]*[）)\]】〕]")
_OPENED = re.compile(r"(?<=[（(\[【〔])[；;，,]\s*")
_YEAR = re.compile(r"20\d\d\s*年?度?")
_KIND = "(?:重点|主要|整改|工作)?(?:事项|任务|工作|问题|项目)"
_DATED_HEADING = re.compile(  # 6月底前：开工, 6月底前完成的事项, 长期坚持的任务, 长期任务
    rf"(?P<due>[^:：，,（(]{{2,24}}?)(?:[:：，,—]|\s|(?:完成的?|的){_KIND}|(?<=长期){_KIND}$)"
)
_DATED_ASIDE = re.compile(r"[（(](?P<due>[^（()）]{2,24})[）)]\s*$")


def take_due(text: str) -> tuple[str | None, str]:
    """Take the words of a deadline label, or of a bracket that is a deadline, out of a paragraph."""
    found: list[str] = []

    def _take(match: re.Match[str]) -> str:
        found.append(match["due"].strip("，,、 "))
        return match["open"] if "open" in match.re.groupindex and match["open"] in "（([【〔" else ""

    rest = _AT_END.sub(_take, _IN_BRACKET.sub(_take, mend_labels(text)))
    if not found and (bare := _BARE.search(rest)) and _is_due(bare["due"]):
        rest = _BARE.sub(_take, rest)
    if not found:
        rest = _take_lines(rest, found)
    rest = _EMPTY.sub("", _OPENED.sub("", rest))
    return ("；".join(found) or None, re.sub(r"\n{2,}", "\n", rest).strip() if found else text)


def _take_lines(text: str, found: list[str]) -> str:
    """Take out the lines below the first that are deadlines and nothing else."""
    first, *lines = text.split("\n")
    found += [line.strip() for line in lines if _is_due(line)]
    return "\n".join([first, *(line for line in lines if not _is_due(line))])


def find_due(above: Sequence[str]) -> str | None:
    """Give the deadline of the innermost heading that prints one."""
    return next((due for heading in reversed(above) if (due := read_due(heading))), None)


def read_due(heading: str) -> str | None:
    """Read the deadline of a heading: whole, before its words, or in brackets behind them."""
    mark = find_mark(heading)
    words = (mark.rest if mark else heading).strip()
    if is_deadline(words):
        return words
    found = _DATED_HEADING.match(words), _DATED_ASIDE.search(words)
    return next((due for match in found if match and _is_due(due := match["due"].strip())), None)


def _is_due(words: str) -> bool:
    """A deadline, and more than the year that a title may print: （2024年度）."""
    return is_deadline(words) and _YEAR.fullmatch(words) is None
