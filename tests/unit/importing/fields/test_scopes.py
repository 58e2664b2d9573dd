from __future__ import annotations

import pytest

from wuye_cli.importing.fields.scopes import find_said_of_all


@pytest.mark.parametrize(
    "sentence",
    [
        "以下各项工作均需各县、区人民政府（管委会）落实，不再列出",
        "具体任务均涉及相关市（州）人民政府，不再做分工，下同",
        "以下任务均由市甲局牵头，市乙局负责",
        "其余事项均由各区政府组织实施",
        "各区政府按职责落实，不再逐项列出",
    ],
)
def test_a_sentence_may_name_units_for_all_that_follows(sentence: str) -> None:
    assert find_said_of_all(f"健全机制。〔市甲局牵头。{sentence}。〕严格审批。") == sentence


@pytest.mark.parametrize(
    "text",
    [
        "各县（市、区）人民政府（含开发区管委会，下同）要落实责任。",
        "以上工作由县住建局负责。",
        "各项工作均取得明显成效。",
        "各项工作均应落实到人、责任到岗。",
        "对不再列入的项目，以下情形均需报批。",
    ],
)
def test_other_sentences_name_none(text: str) -> None:
    assert find_said_of_all(text) == ""
