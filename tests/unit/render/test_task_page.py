"""`wuye show`: everything that is known, nothing that is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.unit.render.by_hand import MILESTONE, TARGET, TASK
from wuye_cli.domain.terms import Status
from wuye_cli.render.task_page import render_task
from wuye_cli.render.widths import text_width


def facts(page: str) -> dict[str, str]:
    """The labelled facts of a page, folded lines joined."""
    found: dict[str, str] = {}
    label = ""
    for line in page.split("\n")[1:]:
        label = line[:12].split()[0] if not line.startswith(" ") else label
        text = line.removeprefix(label).strip() if not line.startswith(" ") else line.strip()
        found[label] = found.get(label, "") + text
    return found


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("状态", "逾期（已过时限15天）"),
        ("预警灯", "红（时限2023年10月31日已过15天）"),
        ("进度", "60%（2023年10月填报），序时 100%，落后 40 个百分点"),
        ("牵头单位", "市住房和城乡建设局、市委组织部"),
        ("阶段性时限", "2023-04-30  4月底前，制定年度计划（逾期199天）"),
        ("目标", "兴庆区：物业服务覆盖率 ≥ 80%（2023年12月31日前），现为 62.5%，完成率 78.1%"),
        ("办理", "2023-09-01  重新开启"),
        ("待核", "时限没有写明年份，请核对。"),
    ],
)
def test_a_fact_is_told_in_words(label: str, text: str) -> None:
    assert facts(render_task(TASK, 140))[label] == text


def test_a_report_tells_figures_words_problem_and_next_step() -> None:
    told = facts(render_task(TASK, 140))["填报"]
    parts = (
        "2023-10",
        "市住房和城乡建设局",
        "60%",
        "物业服务覆盖率 62.5%",
        "已完成摸底",
        "问题：资金未到位",
        "下一步：11月底前拨付",
    )
    assert [part for part in parts if part not in told] == []


def test_what_is_empty_is_left_out() -> None:
    bare = replace(TASK, requirement="", doubts=(), reports=(), events=(), targets=(), milestones=(), guide=())
    assert not {"工作要求", "备注", "待核", "填报", "办理", "目标", "指导单位"} & set(facts(render_task(bare, 80)))


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(text_width(line) for line in render_task(TASK, width).split("\n")) <= width


def test_a_task_ahead_is_told_to_be_ahead_and_an_unreported_one_unreported() -> None:
    assert "超前 12 个百分点" in render_task(replace(TASK, behind=-12.0), 140)
    silent = replace(TASK, percent=None, last_month=None, expected=None, behind=None)
    assert facts(render_task(silent, 80))["进度"] == "未报送"


def test_a_finished_task_says_since_when_and_what_it_waits_for() -> None:
    done = replace(TASK, status=Status.DONE, days_overdue=None, finished_on=TASK.due, awaiting_verification=True)
    assert facts(render_task(done, 80))["状态"] == "已完成（待销号，2023年10月31日办结）"


@pytest.mark.parametrize(
    ("values", "label", "text"),
    [
        (
            {
                "status": Status.DONE,
                "days_overdue": None,
                "finished_on": date(2023, 9, 1),
                "verified_on": date(2023, 9, 5),
            },
            "状态",
            "已完成（2023年9月1日办结，2023年9月5日销号）",
        ),
        (
            {"status": Status.OTHER, "days_overdue": None, "cancelled_on": date(2023, 9, 1), "archived": True},
            "状态",
            "其他（2023年9月1日取消）",
        ),
        (
            {"original_due": date(2023, 6, 30), "extensions": 2},
            "当前时限",
            "2023年10月31日（原定2023年6月30日，已延期2次）",
        ),
        ({"unfinished": ("兴庆区人民政府", "金凤区人民政府")}, "尚未办结", "兴庆区人民政府、金凤区人民政府"),
        (
            {"milestones": (MILESTONE._replace(days_overdue=None, finished_on=date(2023, 5, 2)),)},
            "阶段性时限",
            "2023-04-30  4月底前，制定年度计划（2023年5月2日办结）",
        ),
    ],
    ids=["verified", "cancelled", "extended", "waiting for some", "a milestone done"],
)
def test_how_far_a_task_has_come_to_its_end_is_told(values: dict[str, Any], label: str, text: str) -> None:
    assert facts(render_task(replace(TASK, **values), 140))[label] == text


def test_a_target_without_a_figure_is_unreported_and_a_range_keeps_both_ends() -> None:
    target = TARGET._replace(actual=None, value_max=90.0, scope="", by=None)
    assert facts(render_task(replace(TASK, targets=(target,)), 80))["目标"] == "物业服务覆盖率 ≥ 80～90%，未报送"
