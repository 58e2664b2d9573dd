"""A year of a city's office on the command line alone; every count at a month's end was worked out by hand.

Six tasks of 2023, nine reporting units (a bureau with three of them, two with one each, six districts that share one):

    1 摸清小区底数  by 31 March      市住房和城乡建设局    finished on 28 March, verified on 10 April
    2 检修老旧电梯  by 31 October    市市场监督管理局      overdue in November, finished, returned, finished again
    3 整治飞线充电  by 31 December   six districts         five close their parts in December, 灵武市 does not
    4 开展联合执法  每季度           市综合执法监督局      nothing said from April to June: 2023Q2 is late
    5 完善投诉办理  by 30 June       市住房和城乡建设局    extended to 31 August before it was due
    6 加强物业监管  长期坚持         市住房和城乡建设局

What should be done by a day is the share of the days from 1 January to the deadline: of task 2 (303 days) 89/303 =
29.4 % on 31 March; more than 10 points above is 超序时, below the line 慢序时.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.year.figures import check_figures
from tests.year.people import (
    Answers,
    copy_into_new,
    fill,
    save_with_libreoffice,
    turn_round,
    write_beside,
)

pytestmark = pytest.mark.slow

PLAN = """银川市2023年小区治理重点任务清单,,,,,
序号,重点任务,工作内容,完成时限,牵头单位,责任单位
1,摸清小区底数,逐个小区核对，建立一区一档。,2023年3月底前,市住房和城乡建设局,市民政局
2,检修老旧电梯,2023年10月底前完成电梯改造120台。,2023年10月底前,市市场监督管理局,各县（市）区人民政府
3,整治飞线充电,新建充电设施。,2023年12月底前,各县（市）区人民政府,市消防救援支队
4,开展联合执法,每季度开展一次联合执法检查。,每季度,市综合执法监督局,市公安局
5,完善投诉办理,畅通投诉渠道，及时办理。,2023年6月底前,市住房和城乡建设局,市政务服务局
6,加强物业监管,常态化开展。,长期坚持,市住房和城乡建设局,
"""
HOUSING, MARKET, PATROL = "市住房和城乡建设局", "市市场监督管理局", "市综合执法监督局"
DISTRICTS = ("兴庆区人民政府", "西夏区人民政府", "金凤区人民政府", "永宁县人民政府", "贺兰县人民政府", "灵武市人民政府")
XINGQING, XIXIA, JINFENG, _, HELAN, LINGWU = DISTRICTS
DONE = "完成进度"


class Office:
    """The clerk's desk: one register, a folder for each month's forms, one for each day's returns."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.month = ""
        self.day = ""

    def wuye(self, *words: str | Path, code: int = 0) -> str:
        line = [sys.executable, "-m", "wuye_cli", "--db", "台账.db", "--as-of", self.day, *map(str, words)]
        environment = {"PATH": os.environ["PATH"], "LANG": "C", "WUYE_WHO": "王干事"}
        done = subprocess.run(
            line, check=False, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == code, f"{words}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
        return done.stdout

    def json(self, *words: str | Path, code: int = 0) -> Any:
        return json.loads(self.wuye(*words, "--json", code=code))

    def send(self, month: str, day: str) -> None:
        self.month, self.day = month, day
        self.wuye("form", "send", month, "-o", f"发出/{month}")

    def answer(
        self,
        day: str,
        unit: str,
        answers: Answers,
        *,
        nil: bool = False,
        month: str = "",
        name: str = "",
        sheet: str = "填报表",
        then: Callable[[Path], None] | None = None,
    ) -> Path:
        month = month or self.month
        form = self.folder / "发出" / month / f"{unit} {month}.xlsx"
        returned = self.folder / "收回" / day / (name or f"{unit}{month}.xlsx")
        fill(form, returned, answers, nil=nil, sheet=sheet)
        if then:
            then(returned)
        return returned

    def collect(self, day: str, *, refused: int = 0) -> dict[str, str]:
        """Collect a day's returns twice: the second time changes nothing. Gives the outcome by unit."""
        self.day = day
        code = 1 if refused else 0
        files = self.json("form", "collect", f"收回/{day}", "--month", self.month, "--yes", code=code)["files"]
        again = self.json("form", "collect", f"收回/{day}", "--month", self.month, "--yes", code=code)["files"]
        assert sum(file["new"] for file in again) == 0
        assert sum(file["outcome"] == "refused" for file in files) == refused
        return {file["file"]: " ".join((file["outcome"], *file["remarks"], *file["reasons"])) for file in files}

    def districts(self, day: str, percent: object, *, without: tuple[str, ...] = ()) -> None:
        for unit in DISTRICTS:
            if unit not in without:
                self.answer(day, unit, {("p1-3", DONE): percent})

    def close_month(
        self,
        day: str,
        *,
        states: str,
        forms: str,
        overdue: str = "",
        periods: str = "",
    ) -> None:
        """Hold the month's end against what was worked out by hand.

        `states`: 已完成 逾期 超序时 达序时 慢序时 其他; `forms`: units that 已报送 迟报 零报告 未报送.
        """
        self.day = day
        counts = self.json("status")["by_status"].values()
        assert " ".join(map(str, counts)) == states, (day, self.wuye("list"))
        status = self.json("form", "status", self.month, code=0)
        kinds = [unit["state"] for unit in status["units"]]
        assert " ".join(str(kinds.count(kind)) for kind in ("已报送", "迟报", "零报告", "未报送")) == forms, status
        missing = kinds.count("未报送")
        self.wuye("form", "status", self.month, "--check", code=4 if missing else 0)
        listed = self.json("overdue")
        assert " ".join(task["code"] for task in listed["tasks"]) == overdue
        assert " ".join(period["period"] for period in listed["periods"]) == periods

    def circulate(self, number: int) -> None:
        """Issue the month's circular: all its figures come out of the rows that it names, all states as counted."""
        draft = self.json("circular", "draft", self.month, "-o", f"通报{self.month}.xlsx", "--explain")
        assert draft["by_status"] == self.json("status")["by_status"]
        assert check_figures(draft) > 100
        assert number == 1 or f"与第{number - 1}期（{number - 1}月）相比，" in "".join(draft["paragraphs"])
        self.wuye("circular", "issue", self.month, "--yes")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.day = "2023-01-10"
    (tmp_path / "清单.csv").write_text(PLAN, encoding="utf-8")
    office.wuye("init", "--name", "市小区办", "--issuer", "市小区办", "--region", "银川市", "--level", "市")
    office.wuye("import", "清单.csv", "--yes")
    return office


def test_the_counts_of_every_month_are_those_worked_out_by_hand(office: Office) -> None:
    lived = (january, february, march, april, may, june, july, august, september, october, november, december)
    for number, month in enumerate(lived, 1):
        month(office)
        office.circulate(number)
    look_back(office)


def january(office: Office) -> None:
    """The 25th falls into the Spring Festival: forms are due on the 28th, a working Saturday."""
    office.send("2023-01", "2023-01-16")
    day = "2023-01-28"
    office.answer(day, HOUSING, {("p1-1", DONE): 40, ("p1-5", DONE): "20%", ("p1-6", DONE): "约5%"})
    office.districts(day, 10)
    office.answer(day, PATROL, {}, nil=True)
    office.collect(day)
    office.answer("2023-01-30", MARKET, {("p1-2", DONE): 5})
    office.collect("2023-01-30")
    # 1: 40 of 33.7; 2: 5 of 9.9; 3: 10 of 8.2; 5: 20 of 16.7
    office.close_month("2023-01-31", states="0 0 0 3 1 2", forms="7 1 1 0")


def february(office: Office) -> None:
    """贺兰县 does not report, and keeps its 10 %: the districts' task is at (5 x 20 + 10) / 6 = 18.3 %."""
    office.send("2023-02", "2023-02-15")
    day = "2023-02-27"  # the 25th is a Saturday
    office.answer(day, HOUSING, {("p1-1", DONE): "70", ("p1-5", DONE): 30, ("p1-6", DONE): 10}, then=turn_round)
    office.districts(day, "20％", without=(HELAN,))
    office.answer(day, PATROL, {("p1-4", DONE): 20})
    office.answer(day, MARKET, {("p1-2", DONE): 35, ("p1-2", "电梯改造"): 30}, sheet="二月")
    office.collect(day)
    # 1: 70 of 65.2; 2: 35 of 19.1; 3: 18.3 of 15.9; 5: 30 of 32.2
    office.close_month("2023-02-28", states="0 0 1 2 1 2", forms="8 0 0 1")


def march(office: Office) -> None:
    """Task 1 is finished on 28 March, and waits to be verified."""
    office.send("2023-03", "2023-03-15")
    day = "2023-03-27"
    office.answer(day, HOUSING, {("p1-1", DONE): 100, ("p1-5", DONE): 50, ("p1-6", DONE): 15})
    office.districts(day, 25)
    office.answer(day, PATROL, {("p1-4", DONE): 30})
    office.answer(day, MARKET, {}, nil=True)
    office.collect(day)
    office.day = "2023-03-28"
    office.wuye("finish", "p1-1", "--note", "电子底册已建成")
    # 2: 35 of 29.4; 3: 25 of 24.5; 5: 50 of 49.4
    office.close_month("2023-03-31", states="1 0 0 3 0 2", forms="8 0 1 0")
    assert office.json("status")["awaiting_verification"] == 1


def april(office: Office) -> None:
    """One form says 一半 where a number is asked for; it is refused, mended and late."""
    office.day = "2023-04-10"
    (office.folder / "底册.txt").write_text("验收意见：通过", encoding="utf-8")
    office.wuye("verify", "p1-1", "--by", "李科长", "--evidence", "底册.txt")
    office.send("2023-04", "2023-04-14")
    day = "2023-04-25"
    office.districts(day, 30)
    office.answer(day, HOUSING, {("p1-5", DONE): "一半", ("p1-6", DONE): 20})
    assert "J" in office.collect(day, refused=1)[f"{HOUSING}2023-04.xlsx"]  # names the cell
    office.answer("2023-04-26", HOUSING, {("p1-5", DONE): 60, ("p1-6", DONE): 20})
    office.collect("2023-04-26")
    # 2: 35 of 39.3; 3: 30 of 32.7; 5: 60 of 66.1
    office.close_month("2023-04-30", states="1 0 0 0 3 2", forms="6 1 0 2")
    assert office.json("status")["awaiting_verification"] == 0


def may(office: Office) -> None:
    """金凤区 first sends April's form; 市市场监督管理局 goes back without saying why."""
    office.send("2023-05", "2023-05-15")
    day = "2023-05-25"
    office.districts(day, 55, without=(JINFENG,))
    office.answer(day, JINFENG, {("p1-3", DONE): 54}, month="2023-04")
    office.answer(day, HOUSING, {("p1-5", DONE): 75, ("p1-6", DONE): 25})
    office.answer(day, MARKET, {("p1-2", DONE): 30})
    outcomes = office.collect(day, refused=2)
    assert "2023-04" in outcomes[f"{JINFENG}2023-04.xlsx"] or "4月" in outcomes[f"{JINFENG}2023-04.xlsx"]
    assert "情况说明" in outcomes[f"{MARKET}2023-05.xlsx"]
    again = office.folder / "收回" / "补报"
    office.answer("补报", JINFENG, {("p1-3", DONE): 55})
    assert again.exists()
    files = office.json("form", "collect", again, "--month", "2023-05", "--yes")["files"]
    assert [file["outcome"] for file in files] == ["taken"]
    # 2: 35 of 49.5; 3: 55 of 41.2; 5: 75 of 83.3
    office.close_month("2023-05-31", states="1 0 1 0 2 2", forms="7 0 0 2")


def june(office: Office) -> None:
    """Task 5 gets until August; 兴庆区 sends two forms that differ, and neither is taken."""
    office.send("2023-06", "2023-06-15")
    office.day = "2023-06-20"
    approval = ("--approver", "张副市长", "--reference", "会议纪要〔2023〕6号")
    office.wuye("extend", "p1-5", "--to", "2023-08-31", "--reason", "系统改造", *approval)
    day = "2023-06-25"  # a working Sunday
    office.districts(day, 60)
    office.answer(day, XINGQING, {("p1-3", DONE): 66}, name="兴庆区（改）.xlsx")
    office.answer(day, HOUSING, {("p1-5", DONE): 80, ("p1-6", DONE): 30})
    low = office.answer(day, MARKET, {("p1-2", DONE): 33})
    write_beside(low, "情况说明", "上月误填", code="p1-2")
    office.collect(day, refused=2)
    # 2: 33 of 59.4; 3: (5 x 60 + 55) / 6 = 59.2 of 49.5; 5: 80 of 180/242 = 74.4
    office.close_month("2023-06-30", states="1 0 0 2 1 2", forms="7 0 0 2")


def july(office: Office) -> None:
    """The patrol said nothing from April to June: its second quarter is late."""
    office.send("2023-07", "2023-07-14")
    day = "2023-07-25"
    office.districts(day, 65)
    office.answer(day, HOUSING, {("p1-5", DONE): 0.9, ("p1-6", DONE): 35})
    low = office.folder / "收回" / day / f"{HOUSING}2023-07.xlsx"
    write_beside(low, "情况说明", "按百分数填", code="p1-5")
    office.answer(day, MARKET, {("p1-2", DONE): 75})
    office.answer(day, PATROL, {("p1-4", DONE): 60})
    office.collect(day)
    # 2: 75 of 69.6; 3: 65 of 58.0; 5: 90 of 87.2
    office.close_month("2023-07-31", states="1 0 0 3 0 2", forms="9 0 0 0", periods="2023Q2")


def august(office: Office) -> None:
    """The second quarter is made up for; task 5 is finished within its new deadline."""
    office.send("2023-08", "2023-08-15")
    office.day = "2023-08-10"
    office.wuye("finish", "p1-4", "--period", "2023Q2")
    day = "2023-08-25"
    office.districts(day, 70)
    office.answer(day, HOUSING, {("p1-5", DONE): 100, ("p1-6", DONE): 40})
    office.answer(day, MARKET, {("p1-2", DONE): 85})
    office.answer(day, PATROL, {("p1-4", DONE): 70})
    office.collect(day)
    office.day = "2023-08-30"
    office.wuye("finish", "p1-5")
    # 2: 85 of 79.9; 3: 70 of 66.5
    office.close_month("2023-08-31", states="2 0 0 2 0 2", forms="9 0 0 0")


def september(office: Office) -> None:
    """One form comes back copied into a new workbook: it is taken with remarks."""
    office.day = "2023-09-05"
    office.wuye("verify", "p1-5", "--by", "李科长")
    office.send("2023-09", "2023-09-15")
    day = "2023-09-25"
    office.districts(day, 75)
    office.answer(day, HOUSING, {("p1-6", DONE): 45})
    office.answer(day, MARKET, {("p1-2", DONE): 95}, then=copy_into_new)
    office.answer(day, PATROL, {("p1-4", DONE): 80})
    outcomes = office.collect(day)
    assert outcomes[f"{MARKET}2023-09.xlsx"].startswith("remarks ")
    # 2: 95 of 89.8; 3: 75 of 74.7
    office.close_month("2023-09-30", states="2 0 0 2 0 2", forms="9 0 0 0")


def october(office: Office) -> None:
    """The deadline of task 2 is the last day of the month: behind, but not yet overdue."""
    office.send("2023-10", "2023-10-16")
    day = "2023-10-25"
    office.districts(day, 84)
    office.answer(day, HOUSING, {("p1-6", DONE): 50}, then=save_with_libreoffice)
    office.answer(day, MARKET, {("p1-2", DONE): 98, ("p1-2", "电梯改造"): 110}, then=save_with_libreoffice)
    office.answer(day, PATROL, {("p1-4", DONE): 85})
    office.collect(day)
    # 2: 98 of 100; 3: 84 of 83.2
    office.close_month("2023-10-31", states="2 0 0 1 1 2", forms="9 0 0 0")


def november(office: Office) -> None:
    """Task 2 is claimed and returned: open again, with its original deadline, and overdue."""
    office.send("2023-11", "2023-11-15")
    office.day = "2023-11-20"
    office.wuye("finish", "p1-2")
    office.day = "2023-11-24"
    office.wuye("return", "p1-2", "--reason", "还有5台没有改造")
    day = "2023-11-27"  # the 25th is a Saturday
    office.districts(day, 92)
    office.answer(day, HOUSING, {("p1-6", DONE): 55})
    office.answer(day, MARKET, {("p1-2", DONE): 99, ("p1-2", "电梯改造"): 115})
    office.answer(day, PATROL, {("p1-4", DONE): 90})
    office.collect(day)
    # 3: 92 of 91.5
    office.close_month("2023-11-30", states="2 1 0 1 0 2", forms="9 0 0 0", overdue="p1-2")


def december(office: Office) -> None:
    """Task 2 is finished before the forms go out; of the districts 灵武市 alone does not close its part."""
    office.day = "2023-12-10"
    office.wuye("finish", "p1-2")
    office.send("2023-12", "2023-12-15")
    day = "2023-12-25"
    office.districts(day, 100)
    office.answer(day, HOUSING, {("p1-6", DONE): 60})
    office.answer(day, PATROL, {("p1-4", DONE): 100})
    office.collect(day)
    office.day = "2023-12-28"
    for unit in DISTRICTS:
        if unit != LINGWU:
            office.wuye("finish", "p1-3", "--unit", unit)
    # 3: 100 of 100, and open
    office.close_month("2023-12-31", states="3 0 0 1 0 2", forms="8 0 0 0")
    assert "灵武市人民政府" in office.wuye("show", "p1-3")
    office.wuye("verify", "p1-2", "--by", "李科长")


def look_back(office: Office) -> None:
    """What was true in the past is still to be seen, after all that came later; the register is whole."""
    office.day = "2023-04-30"
    office.month = "2023-04"
    office.close_month("2023-04-30", states="1 0 0 0 3 2", forms="6 1 0 2")
    office.day = "2023-12-31"
    office.wuye("db", "check")
