"""Lines broken at one width are joined; every other line stays."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.document import Paragraph
from wuye_cli.importing.wrapped_lines import join_wrapped_lines

WIDTH = 24
LONG = "组织开展全面排查并建立问题台账逐项整改销号后报领导小组办公室汇总"


def broken(*lines: str) -> str:
    """Break lines, with enough others around them to show the width."""
    rest = [LONG * 2] * 3
    return "\n".join(line[at : at + WIDTH] for line in (*lines, *rest) for at in range(0, len(line), WIDTH))


def joined(text: str) -> list[str]:
    blocks = join_wrapped_lines(document(text)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.text]


def test_a_line_that_was_broken_is_whole_again() -> None:
    assert joined(broken("完成时限", LONG))[:2] == ["完成时限", LONG]


def test_every_line_keeps_its_place() -> None:
    text = broken(LONG, "完成时限")
    before, after = document(text).blocks, join_wrapped_lines(document(text)).blocks
    assert [block.at for block in after] == [block.at for block in before]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("组织开展全面排查并建立问题台账逐项整改销号结果。", "下一段"),
        ("1\t健全机制\t组织开展全面排查并建立问题台账逐项", "2\t规范服务"),
    ],
    ids=["a sentence that ends there", "a row of a table that ends there"],
)
def test_a_line_that_ends_where_the_paper_does_is_not_joined(line: str, following: str) -> None:
    assert len(line) == WIDTH
    assert joined(broken(line, following))[:2] == [line, following]


@pytest.mark.parametrize(
    "text",
    [
        "短行\n" * 9,
        "\n".join(LONG[:at] for at in range(1, 30)),
        "\n".join(["左栏文字左栏文字左栏    右栏文字右栏文字"] * 9),
    ],
    ids=["short lines", "lines of all lengths", "columns side by side"],
)
def test_a_text_of_another_shape_stays_as_it_is(text: str) -> None:
    assert join_wrapped_lines(document(text)) == document(text)


def test_rows_of_one_length_are_rows_as_each_has_all_its_tabs() -> None:
    rows = [f"教育服务\t新建学校{at}所并投入使用\t县教育局\t12月底前" for at in range(1, 10)]
    text = "\n".join(["类别\t任务\t责任单位\t时限", *rows])
    assert join_wrapped_lines(document(text)) == document(text)
