from __future__ import annotations

from dataclasses import replace

import pytest

from wuye_cli.domain.history import (
    Entry,
    RowChange,
    last_commands,
    later_on_same_rows,
    latest_first,
    net_changes,
    standing,
    undone_by,
)


def entry(number: int, undoes: int | None = None, row: int = 1) -> Entry:
    change = RowChange("task", row, {"title": "旧"}, {"title": "新"})
    return Entry(number, f"2023-08-31T09:00:0{number}", "张三", "wuye test", None, undoes, (change,))


def journal(*undoes: int | None) -> list[Entry]:
    """Entries numbered from 1; each says which one it takes back."""
    return [entry(number, one) for number, one in enumerate(undoes, start=1)]


@pytest.mark.parametrize(
    ("undoes", "stand", "taken_back"),
    [
        ((None, None), {1: 1, 2: 2}, {}),
        ((None, None, 2), {1: 1}, {2: 3}),
        ((None, None, 2, 3), {1: 1, 2: 4}, {3: 4}),  # undoing an undo redoes
        ((None, None, 2, 3, 4), {1: 1}, {2: 3, 4: 5}),
        ((None, None, 2, 1), {}, {1: 4, 2: 3}),
        ((None, None, 2, 1, 4, 3), {1: 5, 2: 6}, {4: 5, 3: 6}),
    ],
)
def test_a_change_stands_unless_it_is_taken_back_by_one_that_stands(
    undoes: tuple[int | None, ...], stand: dict[int, int], taken_back: dict[int, int]
) -> None:
    assert standing(journal(*undoes)) == stand
    assert undone_by(journal(*undoes)) == taken_back


def test_the_last_changes_are_those_that_came_about_last() -> None:
    entries = journal(None, None, 1, 3)  # 1 was taken back and brought again
    assert last_commands(entries, 2) == ((1,), (2,))
    assert last_commands(entries, 1) == ((1,),)
    assert latest_first(entries, {2, 1}) == (1, 2)


def test_what_one_command_wrote_piece_by_piece_is_taken_back_together() -> None:
    entries = [entry(1), entry(2), replace(entry(3), at=entry(2).at)]
    assert last_commands(entries, 1) == ((2, 3),)


def test_what_changed_nothing_is_passed_over() -> None:
    nothing = Entry(2, "", "", "", None, None, ())
    assert last_commands([entry(1), nothing], 5) == ((1,),)


def test_only_later_changes_that_stand_and_touched_the_same_rows_are_in_the_way() -> None:
    entries = [entry(1), entry(2, row=2), entry(3), entry(4), entry(5, undoes=4)]
    assert [one.number for one in later_on_same_rows(entries, 1)] == [3]


def test_of_steps_with_one_row_the_first_and_the_last_value_count() -> None:
    steps = (
        RowChange("task", 1, None, {"title": "一"}),
        RowChange("task", 1, {"title": "一"}, {"title": "二"}),
        RowChange("task", 2, None, {"title": "三"}),
        RowChange("task", 2, {"title": "三"}, None),
    )
    assert net_changes(steps) == (RowChange("task", 1, None, {"title": "二"}),)
