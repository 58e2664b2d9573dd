"""`wuye export`: what goes to others."""

from __future__ import annotations

from typing import Any

from openpyxl import load_workbook

from tests.cli.conftest import Wuye
from tests.cli.superior import superior_workbook
from wuye_cli.render.template_look import known_to_submission


def sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a printed table under its headings."""
    heading, *rows = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_register_has_every_task_also_those_that_are_closed(register: Wuye) -> None:
    register("finish", "1", "--on", "2023-06-20")
    register("cancel", "3", "--reason", "并入其他任务", "--on", "2023-07-01")
    register("export", "register", "-o", register.folder / "台账.xlsx")
    workbook = load_workbook(register.folder / "台账.xlsx")
    assert workbook.sheetnames == ["任务台账", "目标"]
    rows = sheet_rows(workbook["任务台账"])
    assert [(row["任务编号"], row["办理情况"]) for row in rows] == [
        ("p1-1", "2023年6月20日办结，待销号"),
        ("p1-2", None),
        ("p1-3", "2023年7月1日取消"),
    ]
    assert rows[1]["目标"] == "公示率≥90%，未报送"


def test_the_register_of_one_plan_leaves_the_others_out(register: Wuye) -> None:
    other = register.file(
        "二号清单.csv", "序号,重点任务,工作内容,完成时限,牵头单位\n1,清运垃圾,清运积存垃圾。,2023年12月底前,市城管局\n"
    )
    register("import", other, "--yes")
    register("export", "register", "-o", register.folder / "台账.xlsx", "--plan", "p2")
    rows = sheet_rows(load_workbook(register.folder / "台账.xlsx")["任务台账"])
    assert [row["重点任务"] for row in rows] == ["清运垃圾"]
    register("export", "register", "-o", register.folder / "台账.xlsx", "--plan", "p7", code=3)


def test_the_page_is_one_file_as_of_the_day(register: Wuye) -> None:
    page = register.folder / "总览.html"
    register("export", "html", "-o", page)
    text = page.read_text(encoding="utf-8")
    assert "截至2023年11月15日" in text
    assert "摸清小区底数" in text
    register("export", "html", "-o", page, "--plan", "p9", code=3)
    assert page.read_text(encoding="utf-8") == text
    register("export", "html", "-o", register.folder / "总览.pdf", code=2)


def test_the_same_page_made_again_has_the_same_bytes(register: Wuye) -> None:
    for name in ("一.html", "二.html"):
        register("export", "html", "-o", register.folder / name)
    assert (register.folder / "一.html").read_bytes() == (register.folder / "二.html").read_bytes()


def superior(register: Wuye, *words: str) -> Any:
    """The superior's workbook, filled."""
    template = superior_workbook(register.folder / "上级.xlsx")
    register("export", "template", template, "-o", register.folder / "填好.xlsx", *words)
    return load_workbook(register.folder / "填好.xlsx")


def test_a_superiors_workbook_is_filled_task_by_task(register: Wuye) -> None:
    register("update", "2", "--percent", "60", "--month", "2023-10", "--problem", "人手不足", "--next", "增派人员")
    sheet = superior(register)["进展统计表"]
    assert sheet["A3"].value == "填报单位：银川市“安心小区”行动领导小组办公室（盖章）"
    assert sheet["I3"].value == "截至2023年11月15日"
    assert [[cell.value for cell in row] for row in sheet["A6:F8"]] == [
        [1, "摸清小区底数", "市住房和城乡建设局", "2023-05-31", 100, "—"],
        [2, "公开物业服务收费", "市发展和改革委员会", "2023-12-31", 87.4, 60],
        [3, "整治飞线充电", "市消防救援支队", "长期坚持", "—", "—"],
    ]
    assert (sheet["I7"].value, sheet["I8"].value) == ("人手不足 增派人员", " ")
    assert sheet["A10"].value == "共3项：已完成0项，逾期1项。填报人：　　　　联系电话："


def test_its_look_formulas_print_setup_and_other_sheets_are_kept(register: Wuye) -> None:
    workbook = superior(register)
    sheet = workbook["进展统计表"]
    assert {sheet.cell(row, 2).font.name for row in (6, 7, 8)} == {"仿宋_GB2312"}
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:I1", "A3:D3", "A4:D4", "E4:H4", "A10:I10"}
    assert [sheet[f"G{row}"].value for row in (6, 8)] == [
        '=IF(OR(E6="—",F6="—"),"",E6-F6)',
        '=IF(OR(E8="—",F8="—"),"",E8-F8)',
    ]
    assert (sheet["F9"].value, workbook["填表说明"]["A2"].value) == (
        "=ROUND(AVERAGE(F6:F8),1)",
        "=COUNTA('进展统计表'!B6:B8)",
    )
    assert (sheet.print_area, sheet.print_title_rows) == ("'进展统计表'!$A$1:$I$10", "$4:$5")
    assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("A6", "landscape")


def test_a_month_is_counted_as_its_circular_counts_it(register: Wuye) -> None:
    register("update", "2", "--percent", "60", "--month", "2023-10", "--on", "2023-10-25")
    sheet = superior(register, "--month", "2023-09", "--plan", "p1")["进展统计表"]
    circular = register.json("circular", "draft", "2023-09", "-o", register.folder / "通报.xlsx")
    assert sheet["I3"].value == "截至2023年9月30日"
    assert [sheet[f"F{row}"].value for row in (6, 7, 8)] == ["—", "—", "—"]
    assert sheet["A10"].value.startswith(f"共{circular['total']}项")


def test_the_template_itself_is_never_overwritten(register: Wuye) -> None:
    template = superior_workbook(register.folder / "上级.xlsx")
    before = template.read_bytes()
    register("export", "template", template, "-o", template, code=2)
    assert template.read_bytes() == before


def test_what_is_not_known_is_said_before_anything_is_written(register: Wuye) -> None:
    template = superior_workbook(register.folder / "上级.xlsx")
    workbook = load_workbook(template)
    workbook["进展统计表"]["G3"] = "{{截止日期}}"
    workbook.save(template)
    for words in (("template", "check", template), ("export", "template", template, "-o", register.folder / "出.xlsx")):
        result = register(*words, code=1)
        assert "G3 单元格：不认识“{{截止日期}}”，您是不是要写：截至日期？" in result.stderr
    assert not (register.folder / "出.xlsx").exists()


def test_check_lists_what_is_asked_for_with_its_meaning(register: Wuye) -> None:
    found = register.json("template", "check", superior_workbook(register.folder / "上级.xlsx"))
    assert {
        "sheet": "进展统计表",
        "place": "I3 单元格",
        "text": "{{截至日期}}",
        "name": "截至日期",
        "field": None,
    } in found["asked"]
    shown = register("template", "check", register.folder / "上级.xlsx", "--all").stdout
    assert "统计到哪一天" in shown


def test_the_starter_holds_every_placeholder_and_fills_at_once(register: Wuye) -> None:
    starter, filled = register.folder / "起点.xlsx", register.folder / "填好.xlsx"
    register("template", "new", "-o", starter)
    asked = {(one["name"], one["field"]) for one in register.json("template", "check", starter)["asked"]}
    known = known_to_submission()
    lists = {(name, field) for name, fields in known.fields.items() for field in fields}
    assert asked == {(name, None) for name in known.values} | lists
    register("export", "template", starter, "-o", filled)
    texts = [str(cell.value) for sheet in load_workbook(filled) for row in sheet for cell in row]
    assert [text for text in texts if "{{" in text] == []
    register("template", "new", "-o", starter, code=3)
