"""Web pages: what a browser shows is what is read."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.document import Block, Locator, Paragraph, Table
from wuye_cli.importing.readers import html_tree, read_document
from wuye_cli.importing.readers.html import read_html


def blocks(page: str) -> tuple[Block, ...]:
    return read_html(page.encode(), "页.html")[0]


def lines(page: str) -> list[str]:
    return [block.text for block in blocks(page) if isinstance(block, Paragraph)]


def grid(page: str) -> list[list[str]]:
    (table,) = (block for block in blocks(page) if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p><span>市住建局</span><span>、</span><b>市民政局</b></p>", ["市住建局、市民政局"]),
        ("<p><span>市住建局</span>\n   <span>牵头</span></p>", ["市住建局牵头"]),
        ("<p>治违禁\n\t控药残</p>", ["治违禁 控药残"]),
        ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>一<p>二<p>三", ["一", "二", "三"]),
        ("<p>&nbsp;&nbsp;达到&ge;80&#37;&emsp;以上</p>", ["达到≥80%\u2003以上"]),
        ("<p>甲</p><script>var a = '<p>乙</p>';</script><style>p{}</style><!-- <p>丙</p> -->", ["甲"]),
        ("<nav>首页</nav><p>甲</p><p style='display:none'>暗</p><footer>版权</footer>", ["甲"]),
        ("<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
        ("<p><![if !supportLists]><span>一、</span><![endif]>总体要求<o:p></o:p></p>", ["一、总体要求"]),
        ("<pre>序号  任务\n1     摸底</pre>", ["序号  任务", "1     摸底"]),
        ("<p>甲<!-- 没有结束", ["甲"]),
    ],
)
def test_a_line_is_what_a_browser_shows_as_one(page: str, shown: list[str]) -> None:
    assert lines(page) == shown


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<ol><li>甲</li><li><p>乙</p></li></ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3 type=a><li>甲<li>乙</ol>", ["c. 甲", "d. 乙"]),
        ("<ol><li>1、甲<li>2、乙</ol>", ["1、甲", "2、乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 乙"]),
    ],
)
def test_numbers_that_the_browser_adds_are_part_of_the_text(page: str, shown: list[str]) -> None:
    assert lines(page) == shown


MERGED = """<table><tbody>
<tr><td rowspan="2">序号</td><td colspan=2>分工</td></tr>
<tr><td>牵头</td><td>配合</td></tr>
<tr><td>1</td><td>市住建局</td><td>市民政局</td></tr>
</tbody></table>"""


@pytest.mark.parametrize("page", [MERGED, MERGED.replace("</td>", "").replace("</tr>", "").replace("</tbody>", "")])
def test_merged_cells_repeat_their_text_also_where_nothing_is_closed(page: str) -> None:
    assert grid(page) == [["序号", "分工", "分工"], ["序号", "牵头", "配合"], ["1", "市住建局", "市民政局"]]
    (table,) = blocks(page)
    assert isinstance(table, Table)
    assert [cell.merged for cell in table.rows[1]] == [True, False, False]
    assert table.rows[2][1].at == Locator(table=1, row=3)


def test_a_cell_keeps_its_lines_and_a_small_table_inside_it_becomes_some() -> None:
    inner = "<table><tr><td>东区<td>2个<tr><td>西区<td>1个</table>"
    rows = ("序号<td>任务<td>时限", f"1<td>试点：<p>如下{inner}<td>5月", "2<td>甲<br>乙<td>6月")
    page = f"<table><tr><td>{'<tr><td>'.join(rows)}</table>"
    assert grid(page)[1:] == [["1", "试点：\n如下\n东区 2个\n西区 1个", "5月"], ["2", "甲\n乙", "6月"]]


def test_a_table_that_arranges_the_page_is_read_through() -> None:
    task_list = "<table><tr><td>序号<td>任务<tr><td>1<td>摸底<tr><td>2<td>建档</table>"
    page = f"<table><tr><td>栏目<td><h1>任务清单</h1><p>各单位：</p>{task_list}<p>附注</p></td></tr></table>"
    assert lines(page) == ["栏目", "任务清单", "各单位：", "附注"]
    assert grid(page) == [["序号", "任务"], ["1", "摸底"], ["2", "建档"]]


def test_hidden_rows_are_read_and_said() -> None:
    page = "<table><tr><td>序号<td>任务<tr style='display:none'><td>1<td>摸底</table>"
    found, remarks = read_html(page.encode(), "页.html")
    assert isinstance(found[0], Table)
    assert len(found[0].rows) == 2
    assert "1 个隐藏的行" in remarks[0]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset='gb2312'>", "gb18030"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=GBK'>", "gb18030"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset='utf-8'>", "gb18030"),
        ("<meta charset='utf-16'>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("<meta charset=big5>", "big5"),
    ],
)
def test_the_encoding_is_what_the_bytes_say_before_what_the_page_says(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>任務清單</p></body></html>"
    found, _ = read_html(page.encode(encoding), "页.html")
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["任務清單"]


@pytest.mark.parametrize("name", ["页.html", "页.htm", "导出.xls", "导出.doc"])
def test_content_tells_a_web_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<html><body><p>甲</p></body></html>", encoding="utf-8")
    assert read_document(tmp_path / name).format == "html"


def test_a_text_that_begins_with_a_bracket_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<<方案>>的任务", encoding="utf-8")
    assert read_document(tmp_path / "a.txt").format == "txt"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>一<td>二" * 100_000,
        "<table>" + "<tr><td rowspan=99999 colspan=1000>任务<td>一" * 2000,
    ],
)
def test_a_page_that_unfolds_to_something_enormous_is_refused(page: str) -> None:
    with pytest.raises(InputError, match="过大") as caught:
        blocks(page)
    assert caught.value.message.startswith("“页.html”")


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MOST_NODES", 100)
    assert lines("<p>甲" * 40) == ["甲"] * 40
    with pytest.raises(InputError, match="过大"):
        blocks("<p>甲" * 51)


@pytest.mark.parametrize("piece", ["<", "<a ", "</", "<?", "<!", "<![if x", "&", "<p a='", "<script>", "<!--"])
def test_signs_of_tags_that_never_end_take_no_time(piece: str) -> None:
    began = time.process_time()
    with suppress(InputError):
        blocks(piece * 20_000)
    assert time.process_time() - began < 2
