"""Contact lists as offices keep them: columns in any order, one or two persons in a row."""

from __future__ import annotations

import pytest

from wuye_cli.errors import InputError
from wuye_cli.importing.contacts import ContactRow, read_contacts
from wuye_cli.importing.document import Cell, Document, Locator, Paragraph, Table
from wuye_cli.importing.name_list import read_names

Rows = list[str]  # cells separated by |


def document(rows: Rows) -> Document:
    cells = tuple(
        tuple(Cell(text, Locator(row=number, column="ABCDEFGH"[place])) for place, text in enumerate(row.split("|")))
        for number, row in enumerate(rows, start=1)
    )
    return Document("通讯录.csv", "csv", "", (Table(cells, Locator(row=1)),))


def listed(*rows: str) -> tuple[ContactRow, ...]:
    return read_contacts(document(list(rows))).rows


@pytest.mark.parametrize(
    "rows",
    [
        ("单位|姓名|职务|电话", "市公安局|张三|科长|0951-1234567"),
        ("联系电话|职务（职称）|联系人|成员单位", "0951-1234567|科长|张三|市公安局"),
        ("序号|责任单位名称|姓 名|职 务|手机号码", "1|市公安局|张三|科长|0951-1234567"),
        ("附件|||", "部门|姓名|职务|联系方式", "市公安局|张三|科长|0951-1234567"),
    ],
)
def test_columns_are_known_by_their_headings(rows: tuple[str, ...]) -> None:
    assert listed(*rows) == (ContactRow("市公安局", "张三", "科长", "0951-1234567"),)


def test_two_persons_of_a_row_have_each_their_own_columns() -> None:
    assert listed("单位|分管领导|职务|电话|联络员|职务|电话", "市公安局|张三|副局长|5550001|李四|科长|5550002") == (
        ContactRow("市公安局", "张三", "副局长", "5550001", "分管领导"),
        ContactRow("市公安局", "李四", "科长", "5550002", "联络员"),
    )


def test_several_numbers_of_a_person_are_kept() -> None:
    assert listed("单位|姓名|办公电话|手机", "市公安局|张三|5550001|13900000000")[0].phone == "5550001、13900000000"


def test_a_unit_left_blank_is_the_one_above_and_a_row_without_a_name_is_nobody() -> None:
    rows = listed("单位|姓名|电话", "市公安局|张三|5550001", "|李四|5550002", "市民政局||", "|王五|5550003")
    assert [(row.unit, row.name) for row in rows] == [("市公安局", "张三"), ("市公安局", "李四"), ("市民政局", "王五")]


def test_a_header_repeated_on_every_page_is_no_person() -> None:
    rows = listed("单位|姓名|电话", "市公安局|张三|5550001", "单位|姓名|电话", "市民政局|李四|5550002")
    assert [row.name for row in rows] == ["张三", "李四"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("|张三|5550001", "“张三”没有写明单位"),
        ("市公安局|张三|139", "不像电话号码"),
        ("市公安局|张三|1.39E+10", "不像电话号码"),
    ],
)
def test_what_is_to_be_looked_at_is_said_with_its_place(row: str, sentence: str) -> None:
    (problem,) = read_contacts(document(["单位|姓名|电话", row])).problems
    assert sentence in problem
    assert problem.startswith("A2单元格")


@pytest.mark.parametrize(
    "phone", ["0951-1234567", "139 0000 0000", "（0951）1234567", "+86 13900000000", "5556677转803"]
)
def test_telephone_numbers_are_written_in_many_ways(phone: str) -> None:
    assert read_contacts(document(["单位|姓名|电话", f"市公安局|张三|{phone}"])).problems == ()


def test_without_columns_for_units_and_names_it_is_no_contact_list() -> None:
    with pytest.raises(InputError, match="没有找到通讯录"):
        listed("序号|重点任务|牵头单位", "1|清理楼道|市住建局")


@pytest.mark.parametrize(
    "rows", [["序号|单位名称", "1|市公安局", "2|市民政局"], ["责任单位|备注", "市公安局|", "市民政局|", "市公安局|"]]
)
def test_the_names_of_a_table_stand_under_their_heading(rows: Rows) -> None:
    assert read_names(document(rows)) == ("市公安局", "市民政局")


def test_the_names_of_a_text_stand_one_on_each_line() -> None:
    lines = ("单位", "1. 市公安局", "2、市民政局", "", "市公安局")
    text = Document("名单.txt", "txt", "", tuple(Paragraph(line, Locator(line=1)) for line in lines))
    assert read_names(text) == ("市公安局", "市民政局")


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(InputError, match="没有找到单位名称"):
        read_names(document(["序号|任务", "1|清理楼道"]))
