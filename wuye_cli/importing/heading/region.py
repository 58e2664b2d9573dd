"""Whose plan it is: the division that issuer or title name."""

from __future__ import annotations

from collections.abc import Sequence

from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.draft import DraftPlan, Problem
from wuye_cli.importing.recognisers.claim import Claim

UNSURE = "文件标题和发文机关都没有写明地区，按任务内容中最先提到的“{}”处理，请核对。"


def find_region(plan: DraftPlan, claims: Sequence[Claim], divisions: Divisions) -> tuple[str, str, tuple[Problem, ...]]:
    """Find region and level; a place that only the tasks mention is doubtful."""
    for text in (plan.issuer, plan.title):
        if division := divisions.find_in(text):
            return division.name, division.level, ()
    for task in (task for claim in claims for task in claim.tasks):
        if division := divisions.find_in(f"{task.lead}\n{task.responsible}\n{task.content}"):
            return division.name, division.level, (Problem("region-unsure", "region", UNSURE.format(division.name)),)
    return "", "", ()
