"""PDF files, drawn here: ruled tables over pages, lines of text, and files without either."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.unit.importing.readers.pdf_drawing import SIZE, Page, pdf_file
from wuye_cli.errors import InputError
from wuye_cli.importing.document import Locator, Paragraph, Table
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.readers.pdf import read_pdf

WIDTHS = (30, 110, 70)  # nine letters fit into the second column, five into the third
HEADER = ("序号", "任务", "时限")
END = 780  # a table that ends here fills its page


def lines(*pages: Page) -> list[str]:
    blocks, _ = read_pdf(pdf_file(*pages), "x.pdf")
    return [block.text.strip() for block in blocks if isinstance(block, Paragraph) and block.text]


def tables(*pages: Page) -> list[list[list[str]]]:
    blocks, _ = read_pdf(pdf_file(*pages), "x.pdf")
    return [[[cell.text for cell in row] for row in block.rows] for block in blocks if isinstance(block, Table)]


def merged(*pages: Page) -> list[list[bool]]:
    blocks, _ = read_pdf(pdf_file(*pages), "x.pdf")
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [[cell.merged for cell in row] for row in table.rows]


def ruled(*rows: tuple[str, ...], top: float = 100, sides: str = "ltrb") -> Page:
    page = Page()
    page.table(top, WIDTHS, rows, sides=sides)
    return page


def test_content_tells_a_pdf_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_bytes(pdf_file(ruled(HEADER)))
    assert read_document(tmp_path / "方案.txt").format == "pdf"


def test_text_around_a_table_keeps_its_order() -> None:
    page = ruled(HEADER, ("1", "摸底", "6月"))
    page.text(50, 300, "注：按季报送")
    page.text(50, 60, "附件 任务清单")
    blocks, _ = read_pdf(pdf_file(page), "x.pdf")
    assert [type(block) for block in blocks if not isinstance(block, Paragraph) or block.text] == [
        Paragraph,
        Table,
        Paragraph,
    ]


def test_rows_know_their_page_and_table() -> None:
    blocks, _ = read_pdf(pdf_file(ruled(HEADER, ("1", "摸底", "6月")), ruled(("2", "整改", "年底"), top=40)), "x.pdf")
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [row[0].at for row in table.rows] == [
        Locator(page=1, table=1, row=1),
        Locator(page=1, table=1, row=2),
        Locator(page=2, table=1, row=1),
    ]


def test_merged_cells_repeat_their_text_and_empty_ones_are_empty() -> None:
    page = Page()
    page.cell(50, 100, 80, 120, "序号")
    page.cell(80, 100, 300, 120, "分工")
    page.cell(50, 120, 80, 160, "1")
    page.cell(80, 120, 200, 140, "牵头")
    page.cell(200, 120, 300, 140)
    page.cell(80, 140, 200, 160, "配合")
    page.cell(200, 140, 300, 160, "乙")
    assert tables(page) == [[["序号", "分工", "分工"], ["1", "牵头", ""], ["1", "配合", "乙"]]]
    assert merged(page) == [[False, False, True], [False, False, False], [True, False, False]]


# Rules


@pytest.mark.parametrize("sides", ["ltrb", "tb"], ids=["all rules", "rules between rows only"])
def test_rules_may_be_missing(sides: str) -> None:
    rows = (HEADER, ("1", "摸清底数", "6月"), ("2", "整改", "年底"))
    assert tables(ruled(*rows, sides=sides)) == [[list(row) for row in rows]]


def test_a_table_may_be_open_at_its_sides() -> None:
    page = Page()
    for top in (100, 120, 140):
        page.rule(50, top, 260, top)
    page.rule(80, 100, 80, 140)
    page.rule(190, 100, 190, 140)
    for top, row in ((103, HEADER), (123, ("1", "摸底", "6月"))):
        for x, words in zip((52, 85, 195), row, strict=True):
            page.text(x, top, words)
    assert tables(page) == [[list(HEADER), ["1", "摸底", "6月"]]]


def test_a_frame_around_text_is_no_table() -> None:
    page = Page()
    page.cell(50, 100, 300, 160, "为做好工作，", "制定本方案。")
    assert lines(page) == ["为做好工作，", "制定本方案。"]


def test_a_slanting_watermark_is_not_read() -> None:
    page = ruled(HEADER, ("1", "摸底", "6月"))
    page.shapes.append("q 0.7 0.7 -0.7 0.7 0 0 cm BT /F1 40 Tf 300 100 Td <5185> Tj ET Q")
    assert tables(page) == [[list(HEADER), ["1", "摸底", "6月"]]]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_for_reading_is_read_as_it_shows(rotate: int) -> None:
    turned = {
        90: "0 1 -1 0 595 0",
        180: "-1 0 0 -1 595 842",
        270: "0 -1 1 0 0 842",
    }[rotate]
    page = Page(rotate=rotate)
    upright = Page(width=842, height=595) if rotate != 180 else Page()
    upright.table(100, WIDTHS, (HEADER, ("1", "摸底", "6月")))
    page.shapes = [f"q {turned} cm", *upright.shapes, "Q"]
    assert tables(page) == [[list(HEADER), ["1", "摸底", "6月"]]]


# Lines inside cells


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("组织开展全面排查整\n治", "组织开展全面排查整治"),
        ("市住建局\n市财政局", "市住建局\n市财政局"),
        ("组织开展全市老旧（\n试点", "组织开展全市老旧（试点"),
        ("新增示范点不少于\n1000个", "新增示范点不少于1000个"),
    ],
    ids=["full line", "line with room left", "full line, bracket", "a number that does not fit"],
)
def test_full_lines_go_on_and_others_end(cell: str, text: str) -> None:
    assert tables(ruled(HEADER, ("1", cell, "6月")))[0][1][1] == text


def test_a_name_that_fills_its_line_ends_where_names_stand_on_lines_of_their_own() -> None:
    names = "市自然资源和规划局\n市住建局"
    rows = (
        HEADER,
        ("1", names, ""),
        ("2", "市住建局\n高新技术产业开发区\n管委会", ""),
        ("3", "市住建局\n市教育局", ""),
    )
    texts = [row[1] for row in tables(ruled(*rows))[0][1:]]
    assert texts == [names, "市住建局\n高新技术产业开发区管委会", "市住建局\n市教育局"]


def test_letters_set_apart_are_one_word_and_gaps_part_words() -> None:
    page = Page()
    page.table(100, WIDTHS, [("", "", ""), ("1", "", "")])
    page.text(55, 103, "序号", gap=8)
    page.text(85, 103, "工作任务", gap=8)
    page.text(85, 122, "市教育局")
    page.text(85 + 5 * SIZE, 122, "团市委")
    assert tables(page)[0] == [["序号", "工作任务", ""], ["1", "市教育局 团市委", ""]]


def test_a_text_that_overflows_its_row_belongs_to_it_as_a_whole() -> None:
    page = Page()
    page.table(100, WIDTHS, [HEADER, ("", "", ""), ("", "", ""), ("", "", "")])
    for top, words in ((122, ("市民政局",)), (141, ("市公安局、市自然资", "源局、市司法局")), (160, ("市教育局",))):
        page.text(55, top, "1")
        for at, line in enumerate(words):
            page.text(85, top + 12 * at - 6 * (len(words) - 1), line)
    assert [row[1] for row in tables(page)[0]] == ["任务", "市民政局", "市公安局、市自然资源局、市司法局", "市教育局"]


def test_letters_beyond_the_page_do_not_show_and_are_not_read() -> None:
    page = Page()
    page.text(50, 100, "甲市2023年任务清单")
    page.text(900_000, 100, "远")
    assert lines(page) == ["甲市2023年任务清单"]


def test_bold_faked_by_printing_twice_is_read_once() -> None:
    page = ruled(HEADER, ("1", "摸底", "6月"))
    page.text(55.4, 103, "序号")
    assert tables(page)[0][0] == list(HEADER)


def test_radicals_are_read_as_the_characters_they_show() -> None:
    assert tables(ruled(HEADER, ("1", "⼯作⽅案", "6⽉")))[0][1] == ["1", "工作方案", "6月"]


# Tables over pages


def filled(page: Page, *rows: tuple[str, ...]) -> Page:
    """Put a table at the very end of a page, with a page number below."""
    height = sum(max(cell.count("\n") + 1 for cell in row) * 15 + 4 for row in rows)
    page.table(END - height, WIDTHS, rows)
    page.text(290, 800, "— 1 —")
    return page


@pytest.mark.parametrize("repeated", [(), (HEADER,)], ids=["no header", "header repeated"])
def test_a_table_goes_on_over_pages(repeated: tuple[tuple[str, ...], ...]) -> None:
    first = filled(Page(), HEADER, ("1", "摸底", "6月"))
    second = ruled(*repeated, ("2", "整改", "年底"), top=40)
    assert tables(first, second) == [[list(HEADER), ["1", "摸底", "6月"], ["2", "整改", "年底"]]]


def test_a_header_of_two_rows_is_repeated_as_a_whole() -> None:
    header = (("序号", "任务", "时限"), ("", "内容", "完成"))
    first = filled(Page(), *header, ("1", "摸底", "6月"))
    second = ruled(*header, ("2", "整改", "年底"), top=40)
    assert [row[0] for row in tables(first, second)[0]] == ["序号", "", "1", "2"]


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    first = filled(Page(), HEADER, ("1", "摸底", "6月"), ("2", "组织开展安全隐患全\n面排查，建立问题台", "年底"))
    second = ruled(("", "账。", ""), ("3", "整改", "年底"), top=40)
    assert [row[:2] for row in tables(first, second)[0][2:]] == [
        ["2", "组织开展安全隐患全面排查，建立问题台账。"],
        ["3", "整改"],
    ]


def test_a_row_cut_between_two_paragraphs_is_one_row_where_each_row_has_its_number() -> None:
    first = filled(Page(), HEADER, ("1", "摸底", "6月"), ("2", "1.排查。\n2.整改。", "年底"))
    second = ruled(("", "3.验收。", ""), top=40)
    assert tables(first, second)[0][2][1] == "1.排查。\n2.整改。\n3.验收。"


def test_a_row_cut_on_every_page_is_put_together() -> None:
    pages = [filled(Page(), HEADER, ("1", "组织开展安全隐患全\n面排查整治行动，建", "6月"))]
    pages += [filled(Page(), ("", "立问题台账并且逐项\n销号，形成工作闭环", "")), ruled(("", "管理。", ""), top=40)]
    (table,) = tables(*pages)
    assert table[1:] == [["1", "组织开展安全隐患全面排查整治行动，建立问题台账并且逐项销号，形成工作闭环管理。", "6月"]]


def test_an_item_under_the_same_number_is_a_row_of_its_own() -> None:
    first = Page()
    first.table(END - 57, WIDTHS, [HEADER])
    first.cell(50, END - 38, 80, END, "1")
    first.cell(80, END - 38, 190, END - 19, "摸清底数。")
    first.cell(190, END - 38, 260, END - 19, "6月")
    first.cell(80, END - 19, 190, END, "建立台账。")
    first.cell(190, END - 19, 260, END, "7月")
    second = ruled(("", "完成整改。", "8月"), top=40)
    assert tables(first, second)[0][1:] == [
        ["1", "摸清底数。", "6月"],
        ["1", "建立台账。", "7月"],
        ["1", "完成整改。", "8月"],
    ]


def test_a_merged_cell_that_a_page_cuts_covers_the_rows_on_both_sides() -> None:
    first = Page()
    first.table(END - 57, WIDTHS, [HEADER])
    first.cell(50, END - 38, 80, END, "一、")
    for top, row in ((END - 38, ("摸底。", "6月")), (END - 19, ("建账。", "7月"))):
        first.cell(80, top, 190, top + 19, row[0])
        first.cell(190, top, 260, top + 19, row[1])
    second = Page()
    second.cell(50, 40, 80, 78)
    for top, row in ((40, ("整改。", "8月")), (59, ("验收。", "9月"))):
        second.cell(80, top, 190, top + 19, row[0])
        second.cell(190, top, 260, top + 19, row[1])
    assert [row[0] for row in tables(first, second)[0]] == ["序号", "一、", "一、", "一、", "一、"]
    assert [row[0] for row in merged(first, second)] == [False, False, True, True, True]


def test_words_that_a_page_cuts_through_are_printed_on_both_and_read_once() -> None:
    first, second = Page(), Page()
    first.table(END - 38, WIDTHS, [HEADER])
    second.table(59, WIDTHS, [("2", "验收。", "8月")])
    for page, top, task in ((first, END - 19, "摸底。"), (second, 40, "整改。")):
        page.cell(50, top, 80, top + 19, sides="lr")
        page.cell(80, top, 190, top + 19, task)
        page.cell(190, top, 260, top + 19, "6月")
    first.text(55, END - 6, "1")
    second.text(55, 34, "1")
    assert tables(first, second) == [
        [["序号", "任务", "时限"], ["1", "摸底。", "6月"], ["1", "整改。", "6月"], ["2", "验收。", "8月"]],
    ]
    assert lines(first, second) == []


def test_a_blank_cell_below_a_page_is_blank_where_no_cell_of_its_column_is_merged() -> None:
    pages = (
        filled(Page(), HEADER, ("1", "摸底。", "6月"), ("2", "建账。", "7月")),
        filled(Page(), ("3", "整改。", ""), ("4", "验收。", "9月")),
    )
    assert tables(*pages)[0][3] == ["3", "整改。", ""]


def test_tables_of_other_columns_or_below_other_text_are_tables_of_their_own() -> None:
    other = Page()
    other.table(40, (60, 150), [("单位", "电话"), ("市住建局", "12345")])
    assert len(tables(filled(Page(), HEADER, ("1", "摸底", "6月")), other)) == 2
    headed = ruled(HEADER, ("1", "整改", "年底"))
    headed.text(50, 60, "附件2")
    assert len(tables(filled(Page(), HEADER, ("1", "摸底", "6月")), headed)) == 2


def test_running_heads_and_page_numbers_do_not_part_a_table() -> None:
    pages = [filled(Page(), HEADER, ("1", "摸底", "6月")), filled(Page(), ("2", "整改", "年底"))]
    for page in pages:
        page.text(50, 20, "甲市人民政府文件")
    pages[1].text(50, 35, "（续表）")
    assert len(tables(*pages)) == 1
    assert lines(*pages) == ["甲市人民政府文件"]


def test_a_number_in_a_column_of_text_is_no_page_number() -> None:
    page = Page()
    for top, words in ((60, "序号"), (75, "1"), (90, "2")):
        page.text(50, top, words)
    page.text(200, 91, "年底")
    assert lines(page)[-1].split() == ["2", "年底"]


def test_words_below_a_column_at_the_top_of_the_next_page_are_named() -> None:
    first = filled(Page(), HEADER, ("1", "组织开展安全隐患全\n面排查，建立问题台", "年底"))
    second, prose = Page(), Page()
    second.text(85, 40, "账。")
    prose.text(50, 40, "附件2")
    assert read_pdf(pdf_file(first, prose), "x.pdf")[1] == ()
    (remark,) = read_pdf(pdf_file(first, second), "x.pdf")[1]
    assert "第2页开头的“账。”" in remark


# Files that hold no text


def no_text(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_pdf(data, "方案.pdf")
    assert "方案.pdf" in caught.value.message
    return caught.value.code


def test_a_scan_is_refused() -> None:
    assert no_text(pdf_file(Page(), Page())) == "pdf-scanned"


def test_an_encrypted_file_is_refused() -> None:
    key = "00" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key}> <{key}>]"
    assert no_text(pdf_file(ruled(HEADER), trailer=encrypt)) == "pdf-encrypted"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", pdf_file(ruled(HEADER))[:200], b"%PDF-1.4\n" + b"\xff" * 500])
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert no_text(data) == "pdf-damaged"


def test_a_file_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wuye_cli.importing.readers.pdf_opening.PAGE_LIMIT", 1)
    assert no_text(pdf_file(ruled(HEADER), ruled(HEADER))) == "pdf-too-long"


def test_reading_ends_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wuye_cli.importing.readers.pdf_opening.SECONDS_LIMIT", -1)
    assert no_text(pdf_file(ruled(HEADER))) == "pdf-too-slow"


def test_without_the_extra_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wuye_cli.importing.readers.pdf_opening", None)
    with pytest.raises(InputError, match=r'pip install "wuye-cli\[pdf\]"'):
        read_pdf(pdf_file(ruled(HEADER)), "方案.pdf")


def test_a_page_that_is_a_picture_is_named() -> None:
    picture = Page()
    picture.shapes.append("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    picture.text(290, 800, "— 2 —")
    _, remarks = read_pdf(pdf_file(ruled(HEADER), picture), "x.pdf")
    assert remarks == ("第2页是图片，图片里的文字没有读取。",)


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_pdf(pdf_file(ruled(HEADER), ruled(HEADER)), "x.pdf", lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
