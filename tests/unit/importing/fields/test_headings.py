from __future__ import annotations

import pytest

from wuye_cli.importing.fields.headings import find_field, find_fields, find_year


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("序 号", "no"),
        ("重点任务", "title"),
        ("2026年重点任务", "title"),
        ("具体 措施", "content"),
        ("牵 头 单 位", "lead"),
        ("牵头/责任单位", "lead"),
        ("责任单位及配合单位", "responsible"),
        ("协办单位", "responsible"),
        ("指导单位", "guide"),
        ("完成\n时限", "deadline"),
        ("目标值（单位：个）", "target"),
        ("2026 年目标", "yearly"),
        ("落实层级", "level"),
        ("备 注", "remark"),
        ("存在问题", "problem"),
        ("下一步措施", "next_step"),
        ("进展情况", "progress"),
        ("任务编码", "no"),
        ("项目编号", "no"),
        ("责任", "responsible"),
        ("责任清单", "responsible"),
        ("时限清单", "deadline"),
        ("措施清单", "content"),
        ("目标清单", "target"),
        ("问题清单", "problem"),
        ("成员单位", "responsible"),
        ("完成时间及要求", "deadline"),
    ],
)
def test_a_heading_names_a_field(heading: str, field: str) -> None:
    assert find_field(heading) == field


@pytest.mark.parametrize("heading", ["", "清单", "重点任务清单", "联系电话", "住宅小区名称", "责任单位联系人"])
def test_other_headings_name_none(heading: str) -> None:
    assert find_field(heading) is None


@pytest.mark.parametrize(
    ("heading", "year"), [("2026 年目标", 2026), ("２０２７年度目标值", 2027), ("2028年", 2028), ("2026年任务", None)]
)
def test_a_column_may_be_headed_by_a_year(heading: str, year: int | None) -> None:
    assert find_year(heading) == year


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("主要任务", "主要内容"), ("title", "content")),
        (("主要任务", "主要内容", "主要措施"), ("title", "requirement", "content")),
        (("重点工程", "工作任务", "责任单位"), ("title", "content", "responsible")),
        (("重点工程", "工作任务", "具体措施"), ("section", "title", "content")),
        (("督办事项", "目标任务", "具体措施"), ("title", "goal", "content")),
        (("重点工作", "年度任务", "工作措施"), ("title", "goal", "content")),
        (("事项", "目标任务", "责任单位"), ("title", "content", "responsible")),
        (("目标任务", "工作任务", "具体措施"), ("section", "title", "content")),
        (("目标任务", "工作措施"), ("title", "content")),
        (("工作任务", "指标", "计量单位", "目标值"), ("title", "indicator", "measure", "target")),
        (("工作任务", "主要指标", "2025年", "2026年"), ("title", "indicator", "yearly", "yearly")),
        (
            ("工作任务", "指标名称", "单位", "目标值", "责任单位"),
            ("title", "indicator", "measure", "target", "responsible"),
        ),
        (("序号", "问题清单", "措施清单", "责任清单"), ("no", "title", "content", "responsible")),
        (("问题清单", "任务清单", "责任清单"), (None, "title", "responsible")),
        (("任务", "标准及要求", "责任单位"), ("title", "content", "responsible")),
        (("工作任务", "主要指标", "责任领导"), ("title", "target", "person")),
        (("一级指标", "工作任务", "目标值", "责任单位"), (None, "title", "target", "responsible")),
    ],
)
def test_a_heading_is_read_in_the_light_of_the_others(
    headings: tuple[str, ...], fields: tuple[str | None, ...]
) -> None:
    assert find_fields(headings) == fields


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("指标名称 计量单位 2018年目标值 牵头责任单位", "title measure yearly lead"),
        ("主要指标 目标值 责任单位", "title target responsible"),
        ("指标名称 责任单位 完成时限", "title responsible deadline"),
        ("考核指标 牵头单位 完成时限", "title lead deadline"),
        ("指标 单位 2026年 2028年 牵头单位", "title measure yearly yearly lead"),
        ("指标内容 单位 年度目标 责任部门", "title measure target responsible"),
        ("具体指标 目标值 单位 责任单位", "title target measure responsible"),
        ("核心指标 年度指标 责任单位", "title target responsible"),
        ("类别 指标 单位 2026年 2028年 责任单位", "section title measure yearly yearly responsible"),
        ("一级指标 二级指标 目标值 责任单位", "section title target responsible"),
        ("指标名称 目标值 主要措施 责任单位", "title target content responsible"),
        ("工作内容 主要指标 目标值 责任单位", "content indicator target responsible"),
        ("考核指标 工作措施 责任单位", "target content responsible"),
        ("指标名称 责任单位", "title responsible"),
        ("指标名称 单位 责任单位", "title - responsible"),
        ("指标名称 单位 目标值", "indicator measure target"),
        ("考核指标 目标任务 责任单位", "title content responsible"),
        ("工作任务 单位 目标数 责任单位", "title measure target responsible"),
        ("工作任务 计量单位 全年计划 责任单位", "title measure target responsible"),
        ("目标任务 考核指标 责任单位", "title target responsible"),
        ("指标 2025年 2026年", "indicator yearly yearly"),
    ],
)
def test_an_indicator_that_somebody_has_to_reach_is_a_task_where_no_other_is_named(headings: str, fields: str) -> None:
    named = tuple(field if field != "-" else None for field in fields.split())
    assert find_fields(("序号", *headings.split()))[1:] == named


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("序号", "惠民好事", "责任单位", "完成时限"), ("no", "title", "responsible", "deadline")),
        (("序号", "姓名", "责任单位"), ("no", None, "responsible")),
        (("序号", "惠民好事", "任务", "责任单位", "完成时限"), ("no", None, "title", "responsible", "deadline")),
    ],
)
def test_an_unknown_heading_beside_the_number_names_the_tasks_of_a_list(
    headings: tuple[str, ...], fields: tuple[str | None, ...]
) -> None:
    assert find_fields(headings) == fields


SHARES = """
    完成年度任务 年度任务完成率 占年度任务比例 占年度任务 完成年度任务比例 完成全年任务 完成年度计划 完成率 完成进度
    任务完成比例
"""


@pytest.mark.parametrize("heading", SHARES.split())
def test_the_share_of_the_year_s_task_is_reported_beside_the_progress(heading: str) -> None:
    assert find_fields(("实事项目", "责任单位", "推进情况", heading)) == (
        "title",
        "responsible",
        "progress",
        "progress",
    )


@pytest.mark.parametrize(
    ("heading", "field"),
    [("年度任务", "content"), ("完成任务时限", "deadline"), ("序时进度", "deadline"), ("年度目标", "target")],
)
def test_what_is_to_be_done_beside_the_progress_is_no_share(heading: str, field: str) -> None:
    assert find_fields(("实事项目", "责任单位", "推进情况", heading))[3] == field


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("一季度 二季度 三季度 四季度", ["content"] * 4),
        ("第一季度工作计划 第二季度工作计划", ["content"] * 2),
        ("1-3月 4-6月份 7—9月 10至12月", ["content"] * 4),
        ("上半年进度安排 下半年进度安排", ["content"] * 2),
        ("3月底前 6月底前", ["content"] * 2),
        ("工作要求 一季度 二季度", ["content"] * 3),
        ("一季度目标 二季度目标", ["target"] * 2),
        ("一季度完成情况 二季度完成情况", ["progress"] * 2),
        ("一季度", [None]),
        ("一季度投资 二季度投资", [None] * 2),
    ],
)
def test_parts_of_a_year_say_what_is_done_by_then(headings: str, fields: list[str | None]) -> None:
    assert find_fields(("工作任务", *headings.split(), "责任单位")) == ("title", *fields, "responsible")


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("主要责任单位 协同配合单位", "lead responsible"),
        ("主要责任部门 配合部门", "lead responsible"),
        ("主要责任单位 其他责任单位", "lead responsible"),
        ("主要责任单位 其他配合部门", "lead responsible"),
        ("主要责任单位 其他单位", "lead responsible"),
        ("主体责任单位 协助单位", "lead responsible"),
        ("主要承办单位 协办单位 督办单位", "lead responsible guide"),
        ("配合单位 主要责任单位", "responsible lead"),
        ("牵头单位 主要责任单位 配合单位", "lead responsible responsible"),
        ("牵头单位 其他责任单位", "lead responsible"),
        ("责任单位 配合单位", "responsible responsible"),
        ("主要责任单位", "responsible"),
        ("主要责任单位 主要责任人", "responsible person"),
        ("主要责任单位 指导单位", "responsible guide"),
    ],
)
def test_who_is_mainly_responsible_beside_others_leads(headings: str, fields: str) -> None:
    assert find_fields(("工作任务", *headings.split()))[1:] == tuple(fields.split())
