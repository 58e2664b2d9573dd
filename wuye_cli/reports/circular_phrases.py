"""The office's own phrases for 四、下一步工作要求: one per case, with blanks that the month's figures fill."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wuye_cli.errors import InputError

BLANK = re.compile(r"\{([^{}]*)\}")  # 逾期任务{项数}项，{单位}要逐项说明原因


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is asked for in each case; an empty phrase asks for nothing."""

    overdue: str = "逾期任务{项数}项，{单位}要逐项说明原因，明确完成日期和责任人，尽快办结。"
    behind: str = "慢序时任务{项数}项，有关单位要查找原因，制定追赶计划，加快推进。"
    stalled: str = "长期没有进展的任务{项数}项，有关单位要专题研究，书面说明原因和下一步安排。"
    unreported: str = "未报送或报送不全的{家数}家单位要尽快补报，今后按时、如实报送进展。"
    due_next: str = "{月份}到期任务{项数}项（{任务}），牵头单位要倒排时间，确保按期完成。"
    report: str = "请各单位于{日期}前报送{月份}份进展；没有进展的也要报送，并注明“本月无进展”。"
    standing: str = ""


DEFAULT_PHRASES = Phrases()
CASES: dict[str, tuple[str, frozenset[str]]] = {
    "逾期": ("overdue", frozenset({"项数", "单位"})),
    "慢序时": ("behind", frozenset({"项数", "单位"})),
    "长期未动": ("stalled", frozenset({"项数", "单位"})),
    "未报送": ("unreported", frozenset({"家数", "单位"})),
    "下月到期": ("due_next", frozenset({"月份", "项数", "任务"})),
    "报送": ("report", frozenset({"日期", "月份"})),
    "其他要求": ("standing", frozenset()),
}  # 情形 as the office's sheet names it, in the order of the demands; the blanks that it may use


def default_rows() -> tuple[tuple[str, str], ...]:
    """Give the phrases that are used where the office has none of its own, by case."""
    return tuple((case, getattr(DEFAULT_PHRASES, name)) for case, (name, _) in CASES.items())


def parse_phrases(rows: Iterable[tuple[str, str]]) -> Phrases:
    """Take an office's phrases by case; a case that it does not name keeps the usual one.

    Raises:
        InputError: a case or a blank that there is not; all of them are named.
    """
    given = tuple(rows)
    problems = tuple(problem for case, phrase in given for problem in _problems(case, phrase))
    if problems:
        raise InputError("phrases", f"“用语”有 {len(problems)} 处要改：", problems)
    return Phrases(**{CASES[case][0]: phrase.strip() for case, phrase in given})


def _problems(case: str, phrase: str) -> list[str]:
    if case not in CASES:
        return [f"没有“{case}”这种情形，可用的情形：{'、'.join(CASES)}。"]
    known = CASES[case][1]
    can = f"可用 {'、'.join(f'{{{name}}}' for name in sorted(known))}" if known else "这种情形没有可填的空"
    return [f"“{case}”的用语里没有 {{{name}}} 可填，{can}。" for name in BLANK.findall(phrase) if name not in known]
