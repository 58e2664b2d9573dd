"""Lights on the command line: a policy per plan, and what a light rests on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Wuye


@pytest.fixture
def reported(register: Wuye) -> Wuye:
    """The three tasks on 15 November 2023, the second at 62 % in October."""
    register("update", "2", "--percent", "40", "--month", "2023-09", "--on", "2023-09-28")
    register("update", "2", "--percent", "62", "--month", "2023-10", "--on", "2023-10-25")
    return register


def without_lights(value: Any) -> Any:
    """A JSON document without its lights and their reasons."""
    if isinstance(value, dict):
        lights = {"light", "light_reason", "by_light", "policy"}
        return {key: without_lights(item) for key, item in value.items() if key not in lights}
    return [without_lights(item) for item in value] if isinstance(value, list) else value


def everything(wuye: Wuye) -> list[Any]:
    questions = (("list", "--archived"), ("overdue",), ("due",), ("status",), ("plan", "list"))
    return [wuye.json(*words) for words in questions]


def test_a_change_of_policy_changes_lights_and_nothing_else(reported: Wuye) -> None:
    seen = set()
    before = everything(reported)
    for policy in ("office", "yinchuan", "xuancheng", "three-day"):
        reported("plan", "edit", "p1", "--policy", policy)
        after = everything(reported)
        assert without_lights(after) == without_lights(before)
        seen.add(tuple(task["light"] for task in after[0]["tasks"]))
    assert len(seen) > 1
