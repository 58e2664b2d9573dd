"""Word files, written here as the XML that Word writes: what prints is read, what does not is dropped."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from wuye_cli.importing.document import Locator, Paragraph, Table
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.readers.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://mc"'


def word_file(body: str, numbering: str = "", styles: str = "") -> bytes:
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {W}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    blocks = read_docx(word_file(body, numbering, styles), "x.docx")
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def grid(body: str) -> list[list[str]]:
    (found,) = (block for block in read_docx(word_file(body), "x.docx") if isinstance(block, Table))
    return [[one.text for one in row] for row in found.rows]


def test_content_tells_a_word_file_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_bytes(word_file(paragraph("甲")))
    assert read_document(tmp_path / "方案.txt").format == "docx"


def test_insertions_are_kept_and_deletions_dropped() -> None:
    body = f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>"
    assert lines(body) == ["甲乙"]


def test_links_content_controls_and_fields_print_their_words() -> None:
    field = f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    assert lines(f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink>{control}{field}</w:p>") == ["链接控件3"]


def test_hidden_words_do_not_print() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
    assert lines(f"<w:p>{hidden}{shown}</w:p>") == ["明"]


def test_a_manual_line_break_makes_a_line_and_a_page_break_none() -> None:
    body = f'<w:p>{run("甲")}<w:r><w:br/></w:r>{run("乙")}<w:r><w:br w:type="page"/></w:r></w:p>'
    assert lines(body) == ["甲", "乙"]


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert lines(f"<w:p>{run('正文')}<w:r>{drawing}</w:r></w:p>{paragraph('下文')}") == ["正文", "框内", "下文"]


def test_merged_cells_repeat_their_text() -> None:
    span, start, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        (cell("序号"), cell("分工", span)),
        (cell("1", start), cell("牵头"), cell("配合")),
        (cell("", down), cell("甲"), cell("乙")),
    )
    assert grid(body) == [["序号", "分工", "分工"], ["1", "牵头", "配合"], ["1", "甲", "乙"]]
    found = read_docx(word_file(body), "x.docx")[0]
    assert isinstance(found, Table)
    assert [one.merged for one in found.rows[2]] == [True, False, False]
    assert found.rows[2][1].at == Locator(table=1, row=3)


def test_deleted_rows_are_gone_and_short_rows_filled_up() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('除')}</w:tr>"
    body = f"<w:tbl><w:tr>{cell('甲')}{cell('乙')}</w:tr>{deleted}<w:tr>{cell('丙')}</w:tr></w:tbl>"
    assert grid(body) == [["甲", "乙"], ["丙", ""]]


def test_a_table_inside_a_cell_is_read_as_lines_of_the_cell() -> None:
    inner = table((cell("甲"), cell("2个")), (cell("乙"), cell("1个")))
    body = table((cell("序号"), cell("任务")), (cell("1"), cell(paragraph("试点：") + inner)))
    assert grid(body)[1] == ["1", "试点：\n甲 2个\n乙 1个"]


def test_a_frame_around_everything_is_no_table() -> None:
    body = table((cell(paragraph("标题") + table((cell("序号"), cell("任务")), (cell("1"), cell("摸底")))),))
    assert lines(body) == ["标题"]
    assert grid(body) == [["序号", "任务"], ["1", "摸底"]]


def test_title_rows_of_a_table_become_paragraphs() -> None:
    body = table((cell("任务表", '<w:gridSpan w:val="2"/>'),), (cell("序号"), cell("任务")))
    assert lines(body) == ["任务表"]
    assert grid(body) == [["序号", "任务"]]


LISTS = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def numbered(text: str, depth: int = 0, number: int = 5) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_part_of_the_text() -> None:
    body = numbered("甲") + numbered("子", 1) + numbered("丑", 1) + numbered("乙") + numbered("寅", 1)
    assert lines(body, LISTS) == ["一、甲", "一.1 子", "一.2 丑", "二、乙", "二.1 寅"]


def test_an_override_starts_a_list_again() -> None:
    assert lines(numbered("甲") + numbered("乙") + numbered("丙", number=6), LISTS) == ["一、甲", "二、乙", "一、丙"]


def test_a_style_and_the_style_it_is_based_on_number_paragraphs() -> None:
    styles = (
        '<w:style w:styleId="底"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="面"><w:basedOn w:val="底"/></w:style>'
    )
    body = paragraph("甲", '<w:pStyle w:val="底"/>') + paragraph("乙", '<w:pStyle w:val="面"/>')
    assert lines(body, LISTS, styles) == ["一、甲", "二、乙"]


def test_number_zero_takes_the_style_number_off() -> None:
    assert lines(numbered("甲", number=0), LISTS) == ["甲"]


def test_numbers_stand_in_cells_too() -> None:
    assert lines(table((cell(numbered("")),)), LISTS) == ["一、"]


def test_a_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert lines(paragraph("牵头单位：市住建", deleted) + paragraph("局")) == ["牵头单位：市住建局"]
    body = table((cell("序号"), cell(paragraph("市住建", deleted) + paragraph("局"))), (cell("1"), cell("甲")))
    assert grid(body)[0] == ["序号", "市住建局"]


def test_the_words_of_a_deleted_cell_are_gone_and_its_column_stays() -> None:
    body = table((cell("1"), cell("旧", "<w:cellDel/>"), cell("甲")), (cell("2"), cell("丙"), cell("丁")))
    assert grid(body)[0] == ["1", "", "甲"]


def test_notes_are_left_out() -> None:
    assert lines(f"<w:p>{run('正文')}<w:r><w:footnoteReference/></w:r></w:p>") == ["正文"]
