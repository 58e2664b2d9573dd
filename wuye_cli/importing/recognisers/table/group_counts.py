"""Headings that say how many rows stand under them, （6 项）: the count is checked and taken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wuye_cli.importing.draft import Problem
from wuye_cli.importing.recognisers.claim import RawTask

COUNT = re.compile(r"[（(]\s*+共?\s*+(\d{1,3})\s*[项条]\s*[）)]$")  # 攻坚扩容（2 项）   便民服务（共3条）


def strip_counts(tasks: Sequence[RawTask]) -> tuple[RawTask, ...]:
    """Take the counts off titles and sections; where one is not met, the first task of the group says so."""
    return tuple(_strip(_strip(tasks, "section"), "title"))


def _strip(tasks: Sequence[RawTask], field: str) -> list[RawTask]:
    found = Counter(getattr(task, field) for task in tasks)
    stripped = []
    for task in tasks:
        heading: str = getattr(task, field)
        count = COUNT.search(heading)
        if count is None:
            stripped.append(task)
            continue
        name = heading[: count.start()].rstrip()
        problems = _problems(name, field, int(count[1]), found.pop(heading, None))
        changes: dict[str, Any] = {field: name, "problems": (*task.problems, *problems)}
        stripped.append(replace(task, **changes))
    return stripped


def _problems(name: str, field: str, printed: int, read: int | None) -> tuple[Problem, ...]:
    if read is None or read == printed:
        return ()
    return (Problem("group-count", field, f"“{name}”标明 {printed} 项，读出 {read} 项，请核对有无遗漏。"),)
