"""Codes as people type them: p1, p1-3, p1-3.2; with one open plan the bare number will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from wuye_cli.domain.spelling import find_similar
from wuye_cli.errors import RefusedError

ALIKE = 0.6  # words are short: one wrong sign of three weighs much
ALIKE_CODES = 0.7  # but codes are alike anyway: p1-99 is not meant to be p1-5


def get_plan_code(text: str, plans: Collection[str]) -> str:
    """Find the plan that is meant."""
    code = _normal_code(text)
    if code in plans:
        return code
    advice = f"现有方案：{'、'.join(plans)}" if plans else "还没有方案，请先用 wuye import 导入"
    raise RefusedError("unknown-plan", f"没有编号为“{text}”的方案。{ask_for(code, plans, ALIKE_CODES)}{advice}。")


def get_task_code(text: str, tasks: Collection[str], plans: Sequence[str]) -> str:
    """Find the task that is meant; `plans` are the open ones, for which a bare number may stand."""
    code = _normal_code(text)
    if code in tasks:
        return code
    meant = [f"{plan}-{code}" for plan in plans if f"{plan}-{code}" in tasks]
    if len(meant) == 1 and len(plans) == 1:
        return meant[0]
    if meant:
        raise RefusedError(
            "unknown-task", f"有多个方案，只写“{text}”不知道是哪一个：请写全编号，如 {'、'.join(meant)}。"
        )
    whole = f"{plans[0]}-{code}" if len(plans) == 1 and "-" not in code else code
    question = ask_for(whole, tasks, ALIKE_CODES)
    raise RefusedError("unknown-task", f"没有编号为“{text}”的任务。{question}可用 wuye list 查看全部编号。")


def ask_for(word: str, known: Collection[str], likeness: float = ALIKE) -> str:
    """Ask whether a similar word is meant; nothing where none is similar."""
    similar = find_similar(word, known, likeness)
    return f"您是不是要找：{'、'.join(similar)}？" if similar else ""


def _normal_code(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()
