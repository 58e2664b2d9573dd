"""From when to when the phases of a plan are."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.heading.phases import read_phases

Span = tuple[str, str, str]


def phases(words: str, year: int | None = 2023) -> list[Span]:
    return [(one.name, str(one.start or ""), str(one.end)) for one in read_phases(document(words), year)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("（一）启动准备阶段（2021年11月）。制定方案。", ("启动准备阶段", "2021-11-01", "2021-11-30")),
        ("（一）攻坚阶段（2022年1月—2022年12月）。整改。", ("攻坚阶段", "2022-01-01", "2022-12-31")),
        ("（一）实施阶段（2021年11月底—12月）。整改。", ("实施阶段", "2021-11-30", "2021-12-31")),
        ("（一）整改阶段（2023年1—6月）。整改。", ("整改阶段", "2023-01-01", "2023-06-30")),
        ("（一）排查（3月1日至4月15日）。排查。", ("排查", "2023-03-01", "2023-04-15")),
        ("（一）部署（即日起至3月底）。部署。", ("部署", "", "2023-03-31")),
        ("（一）部署（3月底前）。部署。", ("部署", "", "2023-03-31")),
        ("（一）提升阶段（2023年下半年）。提升。", ("提升阶段", "2023-07-01", "2023-12-31")),
        ("（一）提升阶段（2023年第二季度）。提升。", ("提升阶段", "2023-04-01", "2023-06-30")),
        ("（一）全面推进阶段（2022年—2024年）。推进。", ("全面推进阶段", "2022-01-01", "2024-12-31")),
        ("1.第一阶段：动员部署（2023年3月）。部署。", ("第一阶段：动员部署", "2023-03-01", "2023-03-31")),
        ("1.第一阶段（2023年3月）：动员部署。部署。", ("第一阶段：动员部署", "2023-03-01", "2023-03-31")),
        ("（一）推进阶段。2022年1月至2023年6月，逐项落实。", ("推进阶段", "2022-01-01", "2023-06-30")),
    ],
)
def test_a_phase_says_from_when_to_when_it_is(paragraph: str, expected: Span) -> None:
    assert phases(f"五、实施步骤\n{paragraph}") == [expected]


@pytest.mark.parametrize("section", ["工作步骤", "实施步骤", "时间安排", "进度安排", "方法步骤及时间安排", "阶段划分"])
def test_what_stands_in_a_section_of_steps_is_a_phase(section: str) -> None:
    words = f"四、{section}\n（一）摸底排查（2023年3月—4月）。排查。\n（二）集中整治（2023年5月—12月）。整治。"
    expected = [("摸底排查", "2023-03-01", "2023-04-30"), ("集中整治", "2023-05-01", "2023-12-31")]
    assert phases(words) == expected


def test_phases_that_group_the_tasks_are_read_too() -> None:
    first = "一、第一阶段（2023年3月—6月）\n（一）排查隐患。6月底前完成。"
    words = f"{first}\n二、第二阶段（2023年7月—12月）\n（一）整改隐患。整改。"
    assert [name for name, _, _ in phases(words)] == ["第一阶段", "第二阶段"]


@pytest.mark.parametrize(
    "words",
    [
        "三、主要任务\n（一）规范服务（2023年6月）。公开标准。",
        "五、实施步骤\n（一）动员部署。召开会议。",
        "五、时间安排\n（一）2024年4月底前\n1.排查隐患。排查。",
        "五、实施步骤\n（一）动员部署（3月）。召开会议。",
        "四、保障措施\n（一）加强领导。现阶段要抓好落实。",
    ],
)
def test_a_task_and_a_step_without_a_known_day_are_no_phases(words: str) -> None:
    assert phases(words, year=None) == []


def test_the_words_of_the_time_are_kept() -> None:
    (phase,) = read_phases(document("五、实施步骤\n（一）启动阶段（2021年11月中旬至12月）。制定方案。"), None)
    assert (phase.start, phase.text) == (date(2021, 11, 11), "2021年11月中旬至12月")
