"""What a year of circulars says of last month, of the months before, and of what came late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.story import OFFICE, POLICIES
from tests.reports.year_story import FACTS, story, year_of
from tests.unit.domain.by_hand import (
    cancel,
    day,
    due,
    extend,
    finish,
    ongoing,
    plan,
    recurring,
    register_facts,
    report,
    target,
    task,
)
from wuye_cli.domain.facts import TaskFacts
from wuye_cli.reports.circular import build_circular
from wuye_cli.reports.circular_lines import Circular, Issue

YEAR = story()
BY_JUNE = due("2023-06-30", "6月底前")


def said(circular: Circular, words: str) -> list[str]:
    """Give the paragraphs that hold some words."""
    return [paragraph for paragraph in circular.paragraphs if words in paragraph]


def months_of(*tasks: TaskFacts, last: str = "2023-08") -> dict[str, Circular]:
    months = [f"2023-{month:02d}" for month in range(1, int(last[5:]) + 1)]
    return year_of(register_facts(*tasks, plans=(plan(issued_on=day("2023-01-01")),)), months)


def test_last_month_is_what_was_issued_for_it_by_its_number() -> None:
    (words,) = said(YEAR["2023-07"], "占任务总数的")
    assert words == (
        "与第4期（6月）相比，已完成任务占任务总数的14.3%，上升14.3个百分点；"
        "逾期任务占28.6%，与上月持平；慢序时任务占28.6%，下降14.3个百分点。"
    )


def test_a_month_that_was_not_issued_is_counted_again_and_said_to_be() -> None:
    (words,) = said(YEAR["2023-06"], "占任务总数的")
    assert words.startswith("与5月（没有印发通报，按台账重新统计）相比，")


def test_january_names_the_december_of_the_year_before() -> None:
    circular = build_circular(FACTS, OFFICE, "2024-01", day("2024-02-05"), POLICIES)
    assert said(circular, "与2023年12月（没有印发通报，按台账重新统计）相比")


def test_a_list_of_one_year_is_not_compared_with_the_year_before() -> None:
    circular = build_circular(register_facts(task()), OFFICE, "2023-01", day("2023-02-05"), POLICIES)
    assert "上月没有正在执行的任务，本月不作比较。" in circular.paragraphs


def test_what_was_issued_is_compared_with_whatever_was_corrected_since() -> None:
    told = task(1, deadlines=(due("2023-12-31"),), reports=(report(1, "2023-07", 40), report(3, "2023-08", 50)))
    july = months_of(told, last="2023-07")["2023-07"]
    corrected = replace(told, reports=(*told.reports, report(9, "2023-07", 45, reported_on=day("2023-08-20"))))
    facts = register_facts(corrected, plans=(plan(issued_on=day("2023-01-01")),))
    issue = Issue("2023-07", "第1期", day("2023-08-05"), july, 1)
    (frozen,) = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES, issues=(issue,)).progress
    (again,) = build_circular(facts, OFFICE, "2023-08", day("2023-09-05"), POLICIES).progress
    assert (frozen.change, again.change) == (10, 5)


def test_how_long_a_task_has_been_overdue() -> None:
    marks = {
        month: [
            words.partition("天，")[2].partition("）")[0] for words in said(YEAR[month], "出台收费办法（第1批）（市")
        ]
        for month in ("2023-05", "2023-06", "2023-08", "2023-09")
    }
    assert marks == {
        "2023-05": ["首次逾期"],
        "2023-06": ["连续2个月逾期"],
        "2023-08": ["再次逾期"],
        "2023-09": ["连续2个月逾期"],
    }


def test_new_and_old_overdue_tasks_are_counted_apart_where_there_are_both() -> None:
    assert said(YEAR["2023-06"], "逾期任务")[1] == "（一）逾期任务2项，其中本月新逾期1项、连续逾期1项。"
    assert said(YEAR["2023-05"], "逾期任务")[1] == "（一）逾期任务1项。"


@pytest.mark.parametrize(
    ("changes", "how"),
    [
        ({"events": (finish("2023-08-20"),)}, "2023年8月20日办结"),
        ({"events": (extend("2023-08-10", "2023-06-30", "2023-10-31"),)}, "延期至2023年10月31日"),
        ({"events": (cancel("2023-08-10"),)}, "取消"),
        ({"archived_on": day("2023-08-10")}, "归档"),
        ({"reports": (report(1, "2023-08", values={1: 85.0}),)}, "达标"),
        (
            {
                "events": (extend("2023-06-20", "2023-06-30", "2023-07-20"),),
                "reports": (report(1, "2023-08", values={1: 85.0}),),
            },
            "达标",
        ),
    ],
    ids=["finished", "extended", "cancelled", "put away", "target met", "target met after an extension"],
)
def test_what_was_overdue_last_month_and_is_not_any_more_is_named_with_how(
    changes: dict[str, object], how: str
) -> None:
    wanted = (target(1, 80, by="2023-06-30", text="6月底达到80%"),)
    late = task(1, title="出台办法。", deadlines=(due("2023-06-30", "6月底达到80%"),), targets=wanted, **changes)
    circular = months_of(late, task(2, deadlines=(ongoing(),)))["2023-08"]
    assert said(circular, "已扭转") == [f"（一）与第6期（7月）相比，已扭转的逾期任务1项：出台办法（{how}）。"]


def test_a_corrected_deadline_and_a_task_that_is_gone_are_said_to_be_that() -> None:
    july = months_of(task(1, title="甲", deadlines=(BY_JUNE,)), task(2, title="乙", deadlines=(BY_JUNE,)))["2023-07"]
    now = register_facts(task(1, title="甲", deadlines=(due("2023-11-30"),)))
    issue = Issue("2023-07", "第7期", day("2023-08-05"), july, 0)
    circular = build_circular(now, OFFICE, "2023-08", day("2023-09-05"), POLICIES, issues=(issue,))
    assert said(circular, "已扭转的逾期任务2项：甲（更正完成时限）；乙（不再列入）。")


def steady(*percents: float | None, **values: object) -> TaskFacts:
    """A task whose unit reports these percentages up to August, one a month; None is a month without a report."""
    months = [f"2023-{month:02d}" for month in range(9 - len(percents), 9)]
    sent = [
        report(n, month, one) for n, (month, one) in enumerate(zip(months, percents, strict=True)) if one is not None
    ]
    return task(1, title="健全制度", **{"deadlines": (due("2023-12-31"),), "reports": tuple(sent), **values})


@pytest.mark.parametrize(
    ("still", "words"),
    [
        (steady(20, 30, 30, 30), "健全制度（单位1；进度连续3个月为30%）。"),
        (steady(20, 30, None, None), "健全制度（单位1；进度连续3个月为30%）。"),
        (steady(20, 20, 30, 30), None),
        (steady(), "健全制度（单位1；连续8个月没有填报）。"),
        (steady(added_on=day("2023-07-10")), None),
        (steady(30, 30, 30, deadlines=(recurring(),)), None),
        (steady(100, 100, 100), None),
        (steady(30, 30, 30, events=(finish("2023-08-20"),)), None),
        (steady(reports=(report(1, "2023-03", None, note="正在起草"),)), None),
    ],
    ids=[
        "the same in three reports",
        "no report since",
        "moved two months ago",
        "never reported",
        "in the register for two months",
        "a recurring duty",
        "all the way",
        "finished",
        "told in words alone",
    ],
)
def test_a_task_that_has_not_moved_for_three_months_is_named(still: TaskFacts, words: str | None) -> None:
    circular = months_of(still)["2023-08"]
    assert [one.partition("．")[2] for one in said(circular, "健全制度（单位1；") if "连续" in one] == (
        [words] if words else []
    )


def test_reports_that_came_after_the_last_issue_are_noted_in_row_and_text() -> None:
    assert [row.note for row in YEAR["2023-07"].progress if row.code == "p1-3"] == ["〔补报6月份〕"]
    assert said(YEAR["2023-07"], "印发后收到") == ["（六）第4期印发后收到的进展，已计入本期：市民政局补报6月份1项。"]
    assert said(YEAR["2023-09"], "印发后收到") == ["（五）第6期印发后收到的进展，已计入本期：市民政局更正8月份1项。"]


def test_the_frozen_one_does_not_know_them() -> None:
    assert [row.percent for row in YEAR["2023-08"].progress if row.code == "p1-3"] == [55.5]
    assert [row.percent for row in YEAR["2023-09"].progress if row.code == "p1-3"] == [60]


def test_a_month_without_tasks_is_compared_with_nothing() -> None:
    circular = build_circular(
        register_facts(task(1, archived_on=day("2023-08-01"))), OFFICE, "2023-08", day("2023-09-05"), POLICIES
    )
    assert "本月没有列入统计的任务，不作比较。" in circular.paragraphs
