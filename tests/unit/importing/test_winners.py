"""Which claim wins where recognisers disagree."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from wuye_cli.importing.document import Block, Cell, Document, Locator, Paragraph, Table
from wuye_cli.importing.recognisers.claim import Claim, RawTask, Recogniser
from wuye_cli.importing.winners import find_unread, find_winners, task_claims


def document(*texts: str) -> Document:
    lines = tuple(Paragraph(text, Locator(line=number)) for number, text in enumerate(texts, start=1))
    return Document("x.txt", "txt", "", lines)


def claim(name: str, first: int, last: int, tasks: int = 1, is_list: bool = False) -> Claim:
    return Claim(name, first, last, is_list, tuple(RawTask(title=f"{name}{number}") for number in range(tasks)))


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (claim("b", 2, 3, is_list=True), claim("a", 0, 9, tasks=5)),
        (claim("b", 2, 3, tasks=3), claim("a", 0, 9, tasks=2)),
        (claim("b", 0, 9), claim("a", 2, 3)),
        (claim("a", 2, 3), claim("b", 3, 4)),
    ],
    ids=["a list beats prose", "more tasks", "more blocks", "the name"],
)
def test_one_rule_decides_whatever_the_order(winner: Claim, loser: Claim) -> None:
    recognisers = [Recogniser(one.recogniser, lambda _, one=one: (one,)) for one in (winner, loser)]  # type: ignore[misc]
    for order in permutations(recognisers):
        assert find_winners(document(), order) == (winner,)


def test_claims_that_do_not_overlap_all_stand_in_reading_order() -> None:
    late, early = claim("a", 5, 6), claim("b", 1, 2)
    assert find_winners(document(), [Recogniser("both", lambda _: (late, early))]) == (early, late)


def test_where_there_is_a_list_prose_holds_no_tasks() -> None:
    prose, listed = claim("prose", 0, 3), claim("list", 5, 9, is_list=True)
    assert task_claims((prose, listed)) == (listed,)
    assert task_claims((prose,)) == (prose,)


def test_a_list_of_indicators_stands_beside_the_prose_and_beside_a_list() -> None:
    prose, listed = claim("prose", 0, 3), claim("list", 5, 9, is_list=True)
    indicators = replace(claim("indicators", 10, 12, is_list=True), of_indicators=True)
    assert task_claims((prose, indicators)) == (prose, indicators)
    assert task_claims((prose, listed, indicators)) == (listed, indicators)


@pytest.mark.parametrize("text", ["加强巡查。（责任单位：甲局）", "牵头单位：甲局"])
def test_a_paragraph_with_units_that_nobody_read_is_pointed_at(text: str) -> None:
    (problem,) = find_unread(document("一、总则", text), ())
    assert (problem.field, problem.at) == ("tasks", Locator(line=2))
    assert "第2行" in problem.message


def test_a_numbered_paragraph_with_units_in_any_words_is_pointed_at_once() -> None:
    (problem,) = find_unread(document("1.加强巡查。（市甲局牵头，市", "乙局配合）"), ())
    assert (problem.field, problem.at) == ("tasks", Locator(line=1))
    assert len(find_unread(document("1.加强巡查。（责任单位：甲局）"), ())) == 1


def test_what_has_been_read_or_looks_like_no_task_is_not_pointed_at() -> None:
    assert find_unread(document("加强巡查。（责任单位：甲局）"), (claim("prose", 0, 0),)) == ()
    assert find_unread(document("责任部门:甲局 发布日期:2024-01-01", "各责任单位要落实责任。"), ()) == ()


@pytest.mark.parametrize(
    "texts",
    [
        (("编号", "内容", "谁"), ("1", "排查", "甲局"), ("2", "整改", "乙局")),
        (("10月底前", "排查", "市民政局"), ("长期坚持", "整改", "市公安局、市财政局")),
    ],
    ids=["numbers", "units and deadlines"],
)
def test_a_table_of_tasks_that_nobody_read_is_pointed_at(texts: tuple[tuple[str, ...], ...]) -> None:
    rows = tuple(tuple(Cell(text, Locator(row=number)) for text in row) for number, row in enumerate(texts))
    blocks: tuple[Block, ...] = (Table(rows, Locator(table=1, row=1)),)
    (problem,) = find_unread(Document("x.docx", "docx", "", blocks), ())
    assert problem.field == "tasks"
