"""`wuye demo`: the whole story in one folder, and again."""

from __future__ import annotations

import openpyxl

from tests.cli.conftest import Wuye
from wuye_cli.cli.demo import STORY, TRY_NEXT


def test_the_demonstration_tells_the_whole_story_twice(wuye: Wuye) -> None:
    folder = wuye.folder / "演示 一"
    first = wuye("demo", folder).output
    assert [line for line in first.splitlines() if line.startswith("$ ")] == [
        f"$ wuye {line}" for line in STORY.strip().splitlines()
    ]
    assert wuye("demo", folder).output == first


def test_the_demonstration_shows_every_feature(wuye: Wuye) -> None:
    folder = wuye.folder / "demo"
    output = wuye("demo", folder).stdout
    for word in ("已完成", "逾期", "慢序时", "长期坚持", "阶段性时限", "未报送", "【待核】", "这份文件已经导入过", "█"):
        assert word in output
    overdue = openpyxl.load_workbook(folder / "逾期任务表.xlsx")
    circular = openpyxl.load_workbook(folder / "2023年10月通报（草稿）.xlsx")
    assert overdue.worksheets[0].max_row > 5
    assert openpyxl.load_workbook(folder / "任务台账.xlsx").sheetnames == ["任务台账", "目标", "阶段性时限"]
    assert "重点任务进展总览" in (folder / "总览.html").read_text(encoding="utf-8")
    annexes = ["进展情况表", "逾期任务表", "目标完成情况表", "目标分解表", "报送情况表"]
    assert circular.sheetnames == ["通报", *annexes, "图表"]
    assert [cell.value for cell in circular["目标分解表"][6]] == ["全市", 120, 96, 80, 18, 3, 16.7]


def test_what_to_try_next_works(wuye: Wuye) -> None:
    folder = wuye.folder / "demo"
    wuye("demo", folder)
    (folder / "演示台账.db").rename(wuye.db)
    for line in TRY_NEXT.splitlines():
        wuye(*line.split(" "))


def test_a_register_of_the_users_own_survives_a_demonstration_beside_it(register: Wuye) -> None:
    before = register.db.read_bytes()
    register("demo", register.folder)
    assert register.db.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(wuye: Wuye) -> None:
    assert "写不进文件夹" in wuye("demo", wuye.file("文件", "x") / "里", code=3).stderr
