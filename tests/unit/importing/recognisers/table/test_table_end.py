"""What is signed below a task list in lines: it is no row, and tells who issued the list and when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.importing.lines import document
from wuye_cli.domain.divisions import Divisions
from wuye_cli.importing.pipeline import build_draft

ALIGNED = """
序号    重点任务          工作内容                      完成时限      责任单位
1       公开收费标准      在小区出入口公示收费项目。    10月底前      市发改委
2       规范停车          整治乱停乱放，划定泊位。      12月底前      市公安局
3       清理飞线          逐栋清理，建立台账。          长期坚持      各区人民政府
"""
WRAPPED = """
序号 重点任务 工作内容 完成时限 责任单位
1 公开收费标准
在小区出入口公示收费项目和
标准。 10月底前 市发改委
2 规范停车
整治乱停乱放，划定泊位。 12月底前 市公安局
3 清理飞线
逐栋清理，建立台账。 长期坚持 各区人民政府
"""
STACKED = """
序号
重点任务
工作内容
责任单位
完成时限
1
公开收费标准
在小区出入口公示收费项目。
市发改委
10月底前
2
规范停车
整治乱停乱放，划定泊位。
市公安局
12月底前
3
清理飞线
逐栋清理，建立台账。
各区人民政府
长期坚持
"""
BARS = """
序号|重点任务|工作内容|完成时限|责任单位
1|公开收费标准|在小区出入口公示收费项目。|10月底前|市发改委
2|规范停车|整治乱停乱放，划定泊位。|12月底前|市公安局
3|清理飞线|逐栋清理，建立台账。|长期坚持|各区人民政府
"""
TABLES = (ALIGNED, WRAPPED, STACKED, BARS)
DIVISIONS = Divisions({})


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("below", "issuer", "issued_on"),
    [
        ("甲市人民政府督查室\n2025年3月15日\n", "甲市人民政府督查室", date(2025, 3, 15)),
        (
            "\n                    甲市人民政府办公室\n               2025年3月15日",
            "甲市人民政府办公室",
            date(2025, 3, 15),
        ),
        ("填报单位（盖章）：\n填报人：张三    联系电话：123", "", None),
        ("填报人：张三\n审核人：李四\n\n甲市民政局\n2025年3月15日", "甲市民政局", date(2025, 3, 15)),
        ("甲市民政局\n2025年3月15日\n（此件公开发布）\n— 3 —", "甲市民政局", date(2025, 3, 15)),
    ],
)
def test_what_is_signed_below_a_table_is_no_row(table: str, below: str, issuer: str, issued_on: date | None) -> None:
    draft = build_draft(document(f"甲市2025年任务清单\n{table}{below}"), divisions=DIVISIONS)
    last = draft.tasks[-1]
    assert len(draft.tasks) == 3
    assert (last.title, last.content, last.remark) == ("清理飞线", "逐栋清理，建立台账。", "")
    assert (last.responsible.units, len(last.deadlines), last.problems) == (("各区人民政府",), 1, ())
    assert (draft.plan.issuer, draft.plan.issued_on) == (issuer, issued_on)


def test_an_office_and_a_date_may_be_the_last_cells_of_a_row() -> None:
    text = STACKED.replace("各区人民政府\n长期坚持", "市公安局\n2025年12月31日")
    draft = build_draft(document(f"甲市2025年任务清单\n{text}"), divisions=DIVISIONS)
    last = draft.tasks[-1]
    assert (last.responsible.units, [item.date for item in last.deadlines]) == (("市公安局",), [date(2025, 12, 31)])
