"""Physical lines to paragraphs, paragraphs to a numbered outline."""

from __future__ import annotations

import pytest

from tests.unit.importing.lines import document
from wuye_cli.importing.paragraphs import read_passages, split_heading
from wuye_cli.importing.recognisers.numbered.outline import read_entries, read_parts


def passages(text: str, form: str = "txt") -> list[str]:
    found = document(text, form)
    return [passage.text for passage in read_passages(found, 0, len(found.blocks) - 1)]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("（一）开展排查。逐户登\n\n— 3 —\n\n记造册。", ["（一）开展排查。逐户登记造册。"]),
        ("（一）开展排查。逐户登\n\n 3\n\n记造册。", ["（一）开展排查。逐户登记造册。"]),  # 3 is the page
        ("（一）开展排查\n\n逐户登记。", ["（一）开展排查", "逐户登记。"]),  # a heading does not go on
        ("1.各县（市\n）区要登记。", ["1.各县（市）区要登记。"]),  # not a number that lost its half
        ("1.登记。\n\n)推进工作。核查。", ["1.登记。", ")推进工作。核查。"]),
        ("1.对小区登记。\n（责任单位：甲局）", ["1.对小区登记。", "（责任单位：甲局）"]),
        ("1.登记，核查，\n附件：名单", ["1.登记，核查，", "附件：名单"]),
        ("1.登记。建成 AI\nagent，推广。", ["1.登记。建成 AI agent，推广。"]),
        ("**1.登记。**逐户。", ["1.登记。逐户。"]),
        ("1\\. **登记。** 逐户。\n- 3 -\n● 造册。", ["1. 登记。 逐户。", "造册。"]),
        ("1.登记。\n责 任 单 位：甲局", ["1.登记。", "责任单位：甲局"]),
    ],
)
def test_a_line_goes_on_with_the_one_above_where_its_sentence_does(text: str, joined: list[str]) -> None:
    assert passages(text) == joined


def test_full_lines_go_on_in_a_document_that_is_wrapped_hard() -> None:
    wrapped = "\n".join(["一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"] * 11)
    assert len(passages(wrapped)) == 1
    assert len(passages(wrapped.replace("癸", "癸" * 50))) == 11


def test_word_paragraphs_are_whole() -> None:
    assert len(passages("1.登记，\n核查，", "docx")) == 2


def test_the_outline_knows_what_stands_above_an_entry() -> None:
    text = "三、主要任务\n（一）规范服务\n1.公开收费。\n①制作公示牌。\n2.开展检查。\n（十二推动发展。培训（含）人员。"
    found = document(text)
    entries = read_entries(found, read_parts(found)[0])
    assert [(entry.number.no, entry.is_leaf, len(entry.above)) for entry in entries] == [
        ("三", False, 0),
        ("（一）", False, 1),
        ("1", False, 2),
        ("①", True, 3),
        ("2", True, 2),
        ("（十二）", True, 1),
    ]
    assert entries[3].above == ("三、主要任务", "（一）规范服务", "1.公开收费")


def test_signature_and_closing_lines_belong_to_no_entry() -> None:
    found = document("一、主要任务\n1.开展检查。\n逐户登记。\n甲市人民政府办公室\n2025年1月8日\n抄送：乙办。")
    part = read_parts(found)[0]
    assert read_entries(found, part)[-1].lines == ("开展检查。", "逐户登记。")


def test_what_a_web_page_adds_below_the_text_belongs_to_no_entry() -> None:
    found = document("一、检查\n（一）登记。\n分享到：微信\n主办：甲市人民政府办公室 网站标识码：37", form="html")
    assert read_entries(found, read_parts(found)[0])[-1].lines == ("登记。",)


def test_a_document_is_cut_into_notice_body_and_annexes() -> None:
    found = document(
        "关于印发方案的通知\n甲办公室\n2025年1月8日\n（此件公开发布）\n甲市工作\n方案\n为做好工作，制定本方案。\n"
        "附件1\n任务清单\n序号 重点任务 完成时限"
    )
    assert [(part.title, part.is_annex) for part in read_parts(found)] == [
        ("关于印发方案的通知", False),
        ("（此件公开发布）", False),
        ("甲市工作方案", False),
        ("任务清单", True),
    ]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("现印发方案。\n甲市政府\n2025年1月8日\n甲市工作方案\n一、检查", ["", "甲市工作方案"]),  # of a signature
        ("甲市工作方案\n甲市人民政府\n2025年1月8日\n一、检查", ["甲市工作方案"]),  # below a title
        ("甲市工作方案\n1.检查。\n甲市水务局\n2025年1月8日\n2.登记。", ["甲市工作方案"]),  # a deadline
        ("甲市任务清单\n序号\n任务\n完成时限\n1\n检查\n2025年1月8日\n2\n登记", ["甲市任务清单"]),  # a cell
        ("序号\n任务\n完成时限\n1\n检查\n2025年1月8日\n甲市2025年工作方案\n一、检查", ["", "甲市2025年工作方案"]),
    ],
)
def test_a_date_ends_a_part_only_below_a_signature(lines: str, titles: list[str]) -> None:
    assert [part.title for part in read_parts(document(lines))] == titles


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("甲市安全生产\n重点任务清单\n一、重点任务\n1.开展检查。", "甲市安全生产重点任务清单"),  # its last line
        ("甲市安全生产\n任务清单\n责任单位\n1", "甲市安全生产"),  # two column headings
        ("任务清单\n序号\n责任单位", "任务清单"),  # the only line
        ("序号\n任务\n责任单位", ""),  # no title at all
        ("甲市目录\n序号\n决策事项\n责任单位", "甲市目录"),  # a heading that is not known
    ],
)
def test_a_line_that_may_be_a_column_heading_ends_a_title_where_none_stands_below_it(lines: str, title: str) -> None:
    assert [part.title for part in read_parts(document(lines))] == [title]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("规范服务。公示标准。", ("规范服务", "公示标准。")),
        ("规范服务", ("规范服务", "")),
        ("各区要登记，要核查；要整改", ("各区要登记", "各区要登记，要核查；要整改")),
    ],
)
def test_the_heading_sentence_is_cut_off(text: str, parts: tuple[str, str]) -> None:
    assert split_heading(text) == parts


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("牵头单位:区发改局", True),
        ("责任单位:各街道,各相关单位", True),
        ("牵头单位：区发改局", True),
        ("立山区人民政府办公室", False),
        ("2023年3月1日", False),
    ],
)
def test_the_last_lines_are_a_signature_unless_they_are_labelled(line: str, is_kept: bool) -> None:
    found = document(f"一、主要目标\n1.稳定就业。\n责任单位:区人社局\n{line}")
    entries = read_entries(found, read_parts(found)[0])
    assert (line in entries[-1].lines) is is_kept
