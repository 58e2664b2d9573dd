"""Lines that every page repeats."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.document import Paragraph
from wuye_cli.importing.running_lines import drop_running_lines


def kept(text: str) -> list[str]:
    blocks = drop_running_lines(document(text)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.text]


def test_a_running_head_stays_on_the_first_page_alone() -> None:
    text = "甲市人民政府文件\n1.开展排查，逐户\n—1—\n甲市人民政府文件\n登记。\n— 2 —\n 甲市人民政府文件\n附件"
    assert kept(text) == ["甲市人民政府文件", "1.开展排查，逐户", "—1—", "登记。", "— 2 —", "附件"]


def test_heads_may_alternate_and_feet_are_no_better() -> None:
    feet = ("左页的页脚", "右页的页脚")
    pages = [f"第{at}项。\n接着做。\n再接着做。\n{feet[at % 2]}\n- {at} -" for at in range(4)]
    assert [line for line in kept("\n".join(pages)) if "页脚" in line] == ["左页的页脚"]


@pytest.mark.parametrize(
    "line",
    [
        "序号 重点任务 牵头单位",
        "市住房和城乡建设局",
        "2025年12月底前",
        "1.开展排查",
        "逐户登记造册。",
        "甲项    乙局    年底",
    ],
)
def test_what_a_table_may_print_at_the_top_of_each_page_stays(line: str) -> None:
    text = f"{line}\n一\n— 1 —\n{line}\n二\n— 2 —\n{line}\n三"
    assert kept(text).count(line) == 3


def test_a_line_that_stands_as_often_inside_the_pages_is_the_rest_of_a_cell() -> None:
    cell = "各区市场监管局、临港新\n片区分局、机场监管局等"
    text = f"1 开展\n{cell}\n2 检查\n{cell}\n— 1 —\n3 抽测\n{cell}\n4 整改\n{cell}\n— 2 —"
    assert kept(text).count("片区分局、机场监管局等") == 4


def test_a_document_without_pages_stays_as_it_is() -> None:
    assert kept("甲市工作方案\n\n甲市工作方案\n完") == ["甲市工作方案", "甲市工作方案", "完"]
