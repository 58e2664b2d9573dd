"""What the progress cells of a running register report."""

from __future__ import annotations

import pytest

from wuye_cli.importing.draft import DraftReport
from wuye_cli.importing.fields.progress_words import read_report


@pytest.mark.parametrize(
    ("progress", "note", "percent"),
    [
        ("60%", "", 60),
        ("８５.5％", "", 85.5),
        ("已完成60%", "", 60),
        ("完成进度：70%", "", 70),
        ("累计完成率为80%左右", "", 80),
        ("已改造12个小区。\n60%", "已改造12个小区。", 60),
        ("已完成60%的小区改造", "已完成60%的小区改造", None),
        ("60", "60", None),
        ("120%", "120%", None),
        ("已制定方案，正在征求意见", "已制定方案，正在征求意见", None),
    ],
)
def test_a_line_that_is_only_a_share_is_the_percentage(progress: str, note: str, percent: float | None) -> None:
    assert read_report(progress, "", "") == DraftReport(note, percent)


@pytest.mark.parametrize("blank", ["", " ", "/", "-", "——", "无", "暂无", "无。"])
def test_cells_that_say_nothing_report_nothing(blank: str) -> None:
    assert read_report(blank, blank, blank) is None


def test_problem_and_next_step_are_kept_as_printed() -> None:
    assert read_report("无", "资金缺口大", "8月底前开工") == DraftReport("", None, "资金缺口大", "8月底前开工")
