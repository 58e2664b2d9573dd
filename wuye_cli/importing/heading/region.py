"""Whose plan it is: the division that issuer or title name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wuye_cli.domain.divisions import Division, Divisions
from wuye_cli.importing.draft import DraftPlan, Problem
from wuye_cli.importing.recognisers.claim import Claim

UNSURE = "文件标题和发文机关都没有写明地区，按任务中提到的地方属于“{}”处理，请核对。"
MOST = 0.8
BETWEEN = re.compile(r"[、，,；;。：:（）()\s]+")
ELSEWHERE = re.compile("大学|学院|银行|公司|集团")  # 北京大学 may be a partner anywhere


def find_region(plan: DraftPlan, claims: Sequence[Claim], divisions: Divisions) -> tuple[str, str, tuple[Problem, ...]]:
    """Find region and level; a place that only the tasks mention is doubtful."""
    for text in (plan.issuer, plan.title):
        if division := divisions.find_in(text):
            return division.name, division.level, ()
    words = (f"{task.lead}\n{task.responsible}\n{task.content}" for claim in claims for task in claim.tasks)
    mentioned = [division for text in words for division in _find_places(text, divisions)]
    if shared := _shared(mentioned, divisions):
        return shared.name, shared.level, (Problem("region-unsure", "region", UNSURE.format(shared.name)),)
    return "", "", ()


def _find_places(text: str, divisions: Divisions) -> set[Division]:
    """Every place that a task names, as sister districts share what is done."""
    pieces = (piece for piece in BETWEEN.split(text) if not ELSEWHERE.search(piece))
    return {division for piece in pieces if (division := divisions.find_in(piece))}


def _shared(mentioned: list[Division], divisions: Divisions) -> Division | None:
    """The smallest division that holds most of those mentioned."""
    for length in (6, 4, 2):
        codes = Counter(division.code[:length] for division in mentioned if len(division.code) >= length)
        for code, count in codes.most_common(1):
            division = next((one for one in _line(mentioned, divisions) if one.code == code), None)
            if division is not None and count >= MOST * len(mentioned):
                return division
    return None


def _line(mentioned: list[Division], divisions: Divisions) -> Iterator[Division]:
    for division in mentioned:
        above: Division | None = division
        while above is not None:
            yield above
            above = divisions.parent(above)
