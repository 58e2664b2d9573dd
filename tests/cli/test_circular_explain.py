"""`--explain`: where every figure of a circular comes from, drafted or issued, on the screen and as JSON."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.cli.conftest import Wuye
from wuye_cli.render.widths import text_width

MONTH = "2023-10"


def draft(wuye: Wuye, *words: str) -> str:
    return wuye("circular", "draft", MONTH, "-o", wuye.folder / "通报.xlsx", *words).stdout


def test_a_draft_says_of_every_figure_which_rows_it_rests_on(register: Wuye) -> None:
    told = draft(register, "--explain").splitlines()
    assert "【正文】" in told
    assert "  第3段 逾期1项：进展情况表中状态为“逾期”的行 p1-1" in told
    assert "  逾期占比33.3%＝1÷3×100%" in told
    assert "    3：进展情况表的行 p1-1、p1-2、p1-3" in told
    assert "  p1-1 逾期天数153：2023年5月31日至2023年10月31日" in told


def test_it_can_be_read_on_a_terminal_of_80_columns(register: Wuye) -> None:
    register.env = {"COLUMNS": "80"}
    assert max(map(text_width, draft(register, "--explain").splitlines())) <= 80


def test_without_it_nothing_is_explained(register: Wuye) -> None:
    assert "【正文】" not in draft(register)


def test_json_has_every_figure_with_its_place_its_value_and_both_sides(register: Wuye) -> None:
    document = register.json("circular", "draft", MONTH, "-o", register.folder / "通报.xlsx", "--explain")
    figures = {(one["sheet"], one["row"], one["column"]): one for one in document["figures"] if one["sheet"] != "正文"}
    share = figures["任务状态统计", 1, "逾期占比"]
    assert share["text"] == "33.3"
    assert share["reckoning"]["kind"] == "quotient"
    assert [side["value"] for side in share["reckoning"]["sides"]] == [1, 3]
    assert [side["rows"] for side in share["reckoning"]["sides"]] == [["p1-1"], ["p1-1", "p1-2", "p1-3"]]
    of_text = next(one for one in document["figures"] if one["sheet"] == "正文")
    paragraph = document["paragraphs"][of_text["row"] - 1]
    assert paragraph[of_text["at"] - 1 :].startswith(of_text["text"])


def test_an_issued_circular_is_explained_by_what_was_frozen(register: Wuye) -> None:
    before = draft(register, "--explain")
    register("circular", "issue", MONTH, "--yes")
    register("update", "p1-2", "--percent", "88", "--month", MONTH)
    told = register("circular", "show", MONTH, "--explain").stdout
    assert before.split("【正文】")[1] == told.split("【正文】")[1]
    assert register.json("circular", "show", MONTH, "--explain")["number"] == "第1期"


def test_the_office_s_own_phrases_are_taken_from_its_template(register: Wuye) -> None:
    mine = register.folder / "模板.xlsx"
    register("circular", "template", "-o", mine)
    workbook = load_workbook(mine)
    cell = next(row[1] for row in workbook["用语"].iter_rows() if row[0].value == "逾期")
    cell.value = "请{单位}于5日内就{项数}项逾期任务作出说明。"
    workbook.save(mine)
    path = register.folder / "通报.xlsx"
    paragraphs = register.json("circular", "draft", MONTH, "-o", path, "--template", mine)["paragraphs"]
    assert "（一）请市住房和城乡建设局于5日内就1项逾期任务作出说明。" in paragraphs
    assert "用语" not in load_workbook(path).sheetnames
