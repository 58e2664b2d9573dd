"""Which task is which of a later version: by level and title, then by wording, then by likeness; never by guessing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.importing.draft import DraftTask
from wuye_cli.importing.drafting import assign_keys
from wuye_cli.importing.versions.matching import By, KnownTask, match_tasks
from wuye_cli.importing.versions.words import task_words

Printed = tuple[str, str]  # title, content

RATE = "物业服务收费标准公示率达到90%以上"


def draft(*tasks: Printed) -> tuple[DraftTask, ...]:
    return assign_keys([DraftTask(title=title, content=content) for title, content in tasks])


def known(*tasks: Printed) -> tuple[KnownTask, ...]:
    return tuple(
        KnownTask(f"p1-{number}", item.key, task_words(item), task_words(item))
        for number, item in enumerate(draft(*tasks), start=1)
    )


def codes(old: tuple[KnownTask, ...], *new: Printed) -> list[str | None]:
    """The code of each new task, None where it is taken for new."""
    found = {pair.place: pair.old.code for pair in match_tasks(old, draft(*new)).pairs}
    return [found.get(place) for place in range(len(new))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("甲", "一"), ("乙", "二")], [("乙", "二"), ("甲", "一")], ["p1-2", "p1-1"]),  # moved
        ([("甲", "一")], [("甲", "全新的写法")], ["p1-1"]),  # one title: the same task, whatever it says now
        ([("甲", "一"), ("甲", "二"), ("甲", "三")], [("甲", "一"), ("甲", "三")], ["p1-1", "p1-3"]),  # ordinals shift
        ([("甲", ""), ("甲", "")], [("甲", ""), ("甲", "")], ["p1-1", "p1-2"]),  # alike in everything: by their order
        ([("清理楼道杂物", "清理。")], [("清理楼道堆物", "清理。")], ["p1-1"]),
        ([("公示收费", RATE)], [("收费公示", RATE)], ["p1-1"]),
        ([("培训物业人员", "")], [("培训物业经理", "")], [None]),
        ([("整治飞线充电", "排查隐患。")], [("开通热线电话", "公布号码。")], [None]),
    ],
)
def test_a_task_is_found_again(old: list[Printed], new: list[Printed], expected: list[str | None]) -> None:
    assert codes(known(*old), *new) == expected


def test_where_two_are_alike_neither_is_taken_and_both_are_named() -> None:
    old = known(("老旧小区改造一期", RATE), ("老旧小区改造二期", RATE))
    matching = match_tasks(old, draft(("老旧小区改造三期", RATE)))
    assert (matching.pairs, matching.new) == ((), (0,))
    assert sorted(matching.unsure[0]) == ["p1-1", "p1-2"]


def test_one_task_is_never_taken_for_two() -> None:
    matching = match_tasks(
        known(("老旧小区改造一期", RATE)), draft(("老旧小区改造二期", RATE), ("老旧小区改造三期", RATE))
    )
    assert (matching.pairs, matching.new) == ((), (0, 1))


def test_likeness_says_how_alike() -> None:
    (pair,) = match_tasks(known(("清理楼道杂物", "清理。")), draft(("清理楼道堆物", "清理。"))).pairs
    assert pair.by is By.LIKENESS
    assert 0.8 < pair.likeness < 1


def test_a_task_that_a_version_left_out_is_known_when_it_comes_back_but_does_not_hide_the_standing_one() -> None:
    dropped, standing = known(("甲", "一"), ("甲", "一"))
    dropped = replace(dropped, imported=None, archived=True)
    assert codes((dropped,), ("甲", "一")) == ["p1-1"]
    assert codes((dropped, standing), ("甲", "一")) == ["p1-2"]
    assert codes((dropped,), ("甲乙", "一")) == [None]  # and is proposed by no likeness


TASKS = st.lists(st.tuples(st.sampled_from("甲乙丙"), st.text("一二三四", max_size=3)), max_size=6)


@given(TASKS, TASKS)
def test_every_task_of_both_sides_has_one_place(old: list[Printed], new: list[Printed]) -> None:
    matching = match_tasks(known(*old), draft(*new))
    places = [pair.place for pair in matching.pairs] + list(matching.new)
    assert sorted(places) == list(range(len(new)))
    matched = [pair.old.code for pair in matching.pairs]
    assert len(matched) == len(set(matched))


@given(TASKS)
def test_a_document_is_its_own_version(tasks: list[Printed]) -> None:
    old = known(*tasks)
    assert codes(old, *tasks) == [task.code for task in old]


@given(TASKS, st.data())
def test_the_order_of_tasks_that_differ_does_not_matter(tasks: list[Printed], data: st.DataObject) -> None:
    different = list(dict.fromkeys(tasks))
    old = known(*different)
    code_of = {task: one.code for task, one in zip(different, old, strict=True)}
    moved = data.draw(st.permutations(different))
    assert codes(old, *moved) == [code_of[task] for task in moved]
