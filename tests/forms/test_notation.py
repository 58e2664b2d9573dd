"""Values as a person types them: what is printed reads back, what is typed is read, what is wrong is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.drafts import days, numbers, periods
from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.forms.deadline_notation import read_deadlines, read_milestones, show_deadlines, show_milestones
from wuye_cli.forms.notation import (
    NotationError,
    read_day,
    read_period,
    read_units,
    read_year,
    show_day,
    show_period,
    show_units,
)
from wuye_cli.forms.target_notation import read_amount, read_op, read_target, read_targets, show_target
from wuye_cli.importing.draft import DraftDeadline, DraftMilestone, DraftPlan, DraftTarget, DraftUnits, Period

PLAN = DraftPlan(year=2023)
plain_words = st.text("覆盖率示范小区市住建局", max_size=6)
scopes = plain_words | st.just("各县（市）区")


@given(days | st.none())
def test_a_day_reads_back(day: date | None) -> None:
    assert read_day(show_day(day)) == day


@given(periods | st.none())
def test_a_period_reads_back(period: Period | None) -> None:
    assert read_period(show_period(period)) == period


@given(
    st.builds(
        DraftTarget,
        indicator=plain_words,
        op=st.sampled_from([">=", "<=", "=", ">", "<"]),
        value=numbers,
        unit=st.sampled_from(["", "%", "个", "万元/亩", "个（套）"]),
        value_max=numbers | st.none(),
        by=days | st.none(),
        scope=scopes,
    )
)
def test_a_target_reads_back_without_help_of_the_old_one(target: DraftTarget) -> None:
    line = show_target(target)
    assert read_target(line) == DraftTarget(
        target.indicator,
        target.op,
        target.value,
        target.unit,
        target.value_max,
        target.by,
        target.scope,
        line.strip(),
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("覆盖率>=80%", "覆盖率≥80%"),
        ("覆盖率≥80％(2025-12-31;兴庆区)", "覆盖率≥80％（2025-12-31；兴庆区）"),
        ("新增=3-5家", "新增＝3～5家"),
        ("服务 ≥ 1,200 户", "服务≥1200户"),
        ("个数＝9个(兴庆区)", "个数＝9个（兴庆区）"),
    ],
)
def test_signs_of_any_keyboard_will_do(typed: str, printed: str) -> None:
    assert show_target(read_target(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2023-10-31、长期坚持、每季度", "2023-10-31\n长期坚持\n每季度"),
        ("2023年4月5日", "2023-04-05"),
        ("10月底前", "2023-10-31"),
        ("２０２３-１-５", "2023-01-05"),
        ("每年6月、12月底前", "每年"),
        ("", ""),
    ],
)
def test_deadlines_are_read_as_typed_or_as_documents_print_them(typed: str, printed: str) -> None:
    assert show_deadlines(read_deadlines(typed, (), PLAN)) == printed


def test_a_deadline_that_stays_keeps_its_words() -> None:
    old = DraftDeadline(DeadlineKind.DATE, date(2023, 10, 31), text="10月底前")
    new = DraftDeadline(DeadlineKind.RECURRING, every=Every.MONTH, text="每月")
    assert read_deadlines("2023-10-31、每月", (old,), PLAN) == (old, new)


def test_of_two_equal_values_each_keeps_its_own_words() -> None:
    first = DraftTarget("覆盖率", ">=", 80, "%", text="达到80%")
    second = DraftTarget("覆盖率", ">=", 80, "%", text="不低于80%")
    assert read_targets("覆盖率≥80%\n覆盖率≥80%", (first, second)) == (first, second)


def test_a_milestone_of_two_lines_goes_on_behind_a_space() -> None:
    milestone = DraftMilestone(date(2023, 4, 30), "制定计划\n并印发")
    assert show_milestones([milestone]) == "2023-04-30 制定计划\n　并印发"
    assert read_milestones("2023-04-30 制定计划\n　并印发", ()) == (milestone,)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("市住建局、市公安局", ("市住建局", "市公安局")),
        ("市住建局，市公安局；市民政局", ("市住建局", "市公安局", "市民政局")),
        ("领导小组办公室（市住建局、市物业中心）、市公安局", ("领导小组办公室（市住建局、市物业中心）", "市公安局")),
        ("各乡镇）人民政府、市公安局", ("各乡镇）人民政府", "市公安局")),
        (" ", ()),
    ],
)
def test_names_are_parted_outside_brackets(typed: str, names: tuple[str, ...]) -> None:
    assert read_units(typed).units == names
    assert show_units(DraftUnits("", names)) == "、".join(names)


@pytest.mark.parametrize(("typed", "amount"), [("80", (80, None)), ("3～5", (3, 5)), ("1,200.5", (1200.5, None))])
def test_amounts_are_figures_or_ranges(typed: str, amount: tuple[float, float | None]) -> None:
    assert read_amount(typed) == amount


def test_a_year_may_carry_its_sign() -> None:
    assert (read_year("2023年"), read_year("２０２３"), read_year("")) == (2023, 2023, None)


@pytest.mark.parametrize(
    ("read", "typed", "advice"),
    [
        (read_day, "2023-02-30", "2023-10-31"),
        (read_day, "下周", "2023-10-31"),
        (read_period, "2023-12-31 至 2023-01-01", "先起后止"),
        (read_period, "2023-12-31", "2021-11-01 至 2023-12-31"),
        (read_year, "去年", "2023"),
        (read_op, "大于", "≥"),
        (read_amount, "80%", "80"),
        (read_target, "覆盖率提高", "覆盖率≥80%"),
        (read_target, "覆盖率≥80%（2023-13-01）", "2023-10-31"),
        (lambda typed: read_milestones(typed, ()), "制定计划", "2023-04-30"),
        (lambda typed: read_deadlines(typed, (), PLAN), "下周", "长期坚持"),
        (lambda typed: read_deadlines(typed, (), DraftPlan()), "10月底前", "长期坚持"),
    ],
)
def test_what_cannot_be_read_is_said_with_an_example(read: object, typed: str, advice: str) -> None:
    assert callable(read)
    with pytest.raises(NotationError) as error:
        read(typed)
    assert advice in str(error.value)
