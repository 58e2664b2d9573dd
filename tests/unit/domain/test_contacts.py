"""Who of a unit's persons is asked first."""

from __future__ import annotations

import pytest

from wuye_cli.domain.contacts import Contact, find_liaison


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        (["分管领导", "联络员"], "联络员"),
        (["分管领导", ""], ""),
        (["", "具体联系人"], "具体联系人"),
        (["分管领导", "主要领导"], "分管领导"),
    ],
    ids=["the liaison", "somebody without a role", "the liaison before others", "else the first one"],
)
def test_the_person_to_ask_first(roles: list[str], asked: str) -> None:
    found = find_liaison([Contact(role, "张三", "", "") for role in roles])
    assert found is not None
    assert found.role == asked


def test_a_unit_without_persons_has_nobody_to_ask() -> None:
    assert find_liaison([]) is None
