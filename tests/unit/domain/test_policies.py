"""The settings file of light policies."""

from __future__ import annotations

import pytest

from tests.unit.domain.by_hand import shipped_policies
from wuye_cli.domain.policies import Policy, parse_policies
from wuye_cli.errors import InputError, RefusedError


def test_four_presets_are_shipped() -> None:
    assert list(shipped_policies().by_code) == ["office", "yinchuan", "xuancheng", "three-day"]


def test_an_office_may_add_its_own() -> None:
    policies = parse_policies('[ours]\nname = "本办规则"\nyellow_due_within = 7\nred_behind_over = 12.5\n')
    assert policies.get("ours") == Policy("ours", "本办规则", yellow_due_within=7, red_behind_over=12.5)


def test_an_unknown_policy_is_refused_with_those_there_are() -> None:
    with pytest.raises(RefusedError) as caught:
        shipped_policies().get("offfice")
    assert caught.value.code == "unknown-policy"
    assert "office（通用规则）、yinchuan（银川规则）" in caught.value.message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[ours]\nyellow_due_in = 3", "[ours] 里的“yellow_due_in”不是规则条件。"),
        ("[ours]\nyellow_due_within = -3", "[ours] 的“yellow_due_within”写成了“-3”，应写不小于0的整数。"),
        ("[ours]\nyellow_due_within = 2.5", "[ours] 的“yellow_due_within”写成了“2.5”，应写不小于0的整数。"),
        ("[ours]\nred_behind_over = true", "[ours] 的“red_behind_over”写成了“True”，应写不小于0的数。"),
        ("[ours]\nred_behind_over = 'x'", "[ours] 的“red_behind_over”写成了“x”，应写不小于0的数。"),
        ("[ours]\nname = 5", "[ours] 的“name”写成了“5”，应写引号里的文字。"),
        ("[ours]\nyellow_not_started = 1", "[ours] 的“yellow_not_started”写成了“1”，应写 true 或 false。"),
        ("[ours]\nmeasure = 'weeks'", "[ours] 的“measure”只能写 days 或 months。"),
        ("name = '本办规则'", "“name”应写在一段规则里，即某个 [代号] 之下。"),
    ],
)
def test_a_mistake_is_named_with_what_to_write(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_policies(text)
    assert caught.value.details == (sentence,)


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        parse_policies("[ours]\nname = 5\nmeasure = 'weeks'\n[theirs]\nlight = 1")
    assert len(caught.value.details) == 3


@pytest.mark.parametrize(
    ("text", "place"), [("[office]\nname = 通用规则", "第2行第8个字附近"), ("[office]\nname = ", "末尾")]
)
def test_a_file_that_is_not_toml_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(InputError, match=f"亮灯规则文件的{place}写法有误"):
        parse_policies(text)
