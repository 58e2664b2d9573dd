"""A task list that was seen but not read is said to be one."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.unread_table import find_unread_table


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("整治工作安排\n阶段 完成时限 工作内容\n排查阶段\n3 月底前\n逐户排查。", 2),
        ("任务名称 时间节点 责任主体\n排查\n3 月底前\n甲局", 1),
        ("重点任务\n\n牵头单位\n\n完成时限\n\n排查隐患\n\n甲局", 1),
        ("整治工作安排\n各单位按照工作内容 逐项落实", None),
        ("阶段 地点 工作内容\n逐户排查。", None),
        ("工作内容 完成时限\n逐户排查。", None),
    ],
)
def test_headings_of_a_list_point_at_what_was_not_read(lines: str, line: int | None) -> None:
    problem = find_unread_table(document(lines))
    assert (problem.at.line if problem and problem.at else None) == line
