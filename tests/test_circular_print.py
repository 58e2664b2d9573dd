"""The circular on paper: written, printed by LibreOffice, and read back from the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.unit.render.by_hand import CIRCULAR
from wuye_cli.domain.terms import STATUS_WORDS, Light, Status
from wuye_cli.render.workbook import write_circular
from wuye_cli.reports.circular_lines import (
    Circular,
    DistrictRow,
    DistrictTable,
    ProgressRow,
    QuotaFigure,
    QuotaIndicator,
    ReportingRow,
    TargetRow,
)

TEMPLATE = Path(__file__).parents[1] / "templates" / "通报.xlsx"
LIBREOFFICE = shutil.which("soffice")
HEADERS = {  # what stands in the header row of each annex, and on each of its pages
    "进展情况表": ("序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成时限", "亮灯", "下一步措施"),
    "逾期（慢序时）任务表": ("序号", "重点任务", "牵头单位", "责任单位", "完成时限", "下一步措施"),
    "目标完成情况表": ("序号", "重点任务", "指标", "目标值", "达标时限", "数据月份", "完成情况"),
    "目标完成情况表（分地区）": ("地区", "目标", "进度", "完成率"),
    "进展报送情况表": ("序号", "单位", "应报任务数", "已报任务数", "报送日期", "报送情况"),
}
A4 = (595, 842)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed"),
]


def progress_row(number: int) -> ProgressRow:
    """Rows of every state, with titles and contents of very different length."""
    status = tuple(Status)[number % 6]
    return replace(
        CIRCULAR.progress[0],
        code=f"p1-{number}",
        no=str(number),
        title=f"第{number}项推进“红色物业”" + "健全街道（乡镇）社区议事协调机制" * (number % 5),
        content="通过引进专业化物业服务企业、社区托管、业主自治等方式，覆盖率达到80%以上。" * (number % 9),
        responsible="、".join(["各县（市）区人民政府", "市市场监督管理局", "市消防救援支队"][: 1 + number % 3]),
        status=status,
        light=Light.RED if status is Status.OVERDUE else Light.GREEN,
        note="已召开协调会，完成摸底台账，正在组织实施。" * (number % 4),
    )


def district_table() -> DistrictTable:
    """Five indicators, too many for one page side by side, in more districts than there is room for below."""
    indicators = tuple(
        QuotaIndicator(f"第{number}项“红色物业”小区建设", "=", "个", date(2023, 12, 31), "") for number in range(1, 6)
    )
    return DistrictTable(
        indicators,
        tuple(
            DistrictRow(name, tuple(QuotaFigure(target, None, 30.0 + place, 250.0) for place in range(1, 6)))
            for name, target in (("全市", 480.0), *((f"第{number}区", 12.0) for number in range(1, 41)))
        ),
    )


def large_circular() -> Circular:
    """Forty tasks: every annex runs over several pages."""
    progress = tuple(progress_row(number) for number in range(1, 41))
    counts = Counter(row.status for row in progress)
    words = "、".join(f"{STATUS_WORDS[status]}{counts[status]}项" for status in Status)
    late = [row for row in progress if row.status in {Status.OVERDUE, Status.BEHIND}]
    overdue = tuple(
        replace(CIRCULAR.overdue[0], code=row.code, title=row.title, status=row.status, responsible=row.responsible)
        for row in late * 3
    )
    targets = tuple(
        TargetRow(
            row.code, row.no, row.title, "覆盖率", "全市", "≥80%", "2023-12-31", 62.5, "%", 78.1, "2023-08", "未达标"
        )
        for row in progress
    )
    return replace(
        CIRCULAR,
        total=len(progress),
        by_status=tuple((status, counts[status]) for status in Status),
        paragraphs=(
            "现将8月份进展情况通报如下。",
            "一、总体情况",
            f"共有任务{len(progress)}项，其中：{words}。逾期（慢序时）任务表列{len(overdue)}项。" + "请抓紧推进。" * 20,
        ),
        progress=progress,
        overdue=overdue,
        targets=targets,
        districts=(district_table(),),
        reporting=tuple(
            ReportingRow(f"第{number}个单位", 3, number % 4, date(2023, 8, 24), "部分报送", "p1-2")
            for number in range(1, 31)
        ),
    )


@pytest.fixture(scope="module")
def circular() -> Circular:
    return large_circular()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, circular: Circular) -> list[Any]:
    """The printed pages, in order."""
    folder = tmp_path_factory.mktemp("印")
    write_circular(circular, TEMPLATE, folder / "circular.xlsx")
    command = [str(LIBREOFFICE), "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "circular.xlsx")], check=True, capture_output=True, timeout=300
    )
    with pdfplumber.open(folder / "circular.pdf") as pdf:
        return [Page(page) for page in pdf.pages]


class Page:
    """What a printed page says and how large it is."""

    def __init__(self, page: Any) -> None:
        self.size = (round(page.width), round(page.height))
        self.text = squeezed(page.extract_text())
        self.tables = [[[squeezed(cell or "") for cell in row] for row in table] for table in page.extract_tables()]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def annexes(pages: list[Any]) -> dict[str, list[Any]]:
    """The pages of each annex: a page with 附件n at its head begins one, the longest title is its name."""
    found: dict[str, list[Any]] = {}
    name = ""
    for page in pages:
        if re.match(r"附件\d(?:（续）)?2023年", page.text):
            titles = [title for title in HEADERS if f"份{title}" in page.text or f"任务{title}" in page.text]
            name = max(titles, key=len)
        if name:
            found.setdefault(name, []).append(page)
    return found


def printed_rows(pages: list[Any]) -> list[list[str]]:
    """The numbered rows of an annex; a row broken by a page end would come twice."""
    return [row for page in pages for table in page.tables for row in table if re.fullmatch(r"\d+", row[0])]


def test_all_annexes_are_printed_on_a4_landscape_and_the_text_on_a4_portrait(pages: list[Any]) -> None:
    printed = annexes(pages)
    assert list(printed) == list(HEADERS)
    assert {page.size for several in printed.values() for page in several} == {A4[::-1]}
    assert {page.size for page in pages if not any(page in several for several in printed.values())} == {A4}


def test_each_sheet_is_one_page_wide_with_its_header_on_every_page(pages: list[Any]) -> None:
    for name, several in annexes(pages).items():
        for page in several:
            missing = [heading for heading in HEADERS[name] if squeezed(heading) not in page.text]
            assert missing == [], name


def test_the_longer_annexes_run_over_several_pages(pages: list[Any]) -> None:
    assert [name for name, several in annexes(pages).items() if len(several) < 2] == []


def test_every_task_is_printed_whole_and_once(pages: list[Any], circular: Circular) -> None:
    rows = printed_rows(annexes(pages)["进展情况表"])
    printed = [(row[1], row[2], row[3], row[5], row[12]) for row in rows]
    assert printed == [(row.code, row.title, row.content, row.responsible, row.note) for row in circular.progress]


def test_every_overdue_task_and_target_is_printed(pages: list[Any], circular: Circular) -> None:
    printed = annexes(pages)
    assert [row[2] for row in printed_rows(printed["逾期（慢序时）任务表"])] == [row.title for row in circular.overdue]
    assert [row[2] for row in printed_rows(printed["目标完成情况表"])] == [row.title for row in circular.targets]
    assert [row[1] for row in printed_rows(printed["进展报送情况表"])] == [row.unit for row in circular.reporting]


def test_every_district_is_printed_with_the_figures_of_every_indicator_under_its_head(pages: list[Any]) -> None:
    tables = [table for page in annexes(pages)["目标完成情况表（分地区）"] for table in page.tables]
    heads = [[cell for cell in table[0] if cell] for table in tables]
    named = [f"第{number}项“红色物业”小区建设（个）2023年12月31日前" for number in range(1, 6)]
    assert [squeezed("".join(head[1:])) for head in heads] == ["".join(named[:3])] * 2 + ["".join(named[3:])] * 2
    assert {tuple(table[1][1:]) for table in tables} == {("目标", "进度", "完成率（%）") * n for n in (3, 2)}
    rows = [row for table in tables for row in table[2:]]
    districts = ["全市", *(f"第{number}区" for number in range(1, 41))]
    assert [row[0] for row in rows] == districts * 2
    figures = [("12", str(30 + place), "250") for place in range(1, 6)]
    assert {tuple(row[1:]) for row in rows if row[0] != "全市"} == {sum(figures[:3], ()), sum(figures[3:], ())}


def test_every_count_in_the_text_is_the_number_of_rows_of_its_annex(pages: list[Any], circular: Circular) -> None:
    text = "".join(page.text for page in pages)
    states = Counter(row[10] for row in printed_rows(annexes(pages)["进展情况表"]))
    for word in STATUS_WORDS.values():
        assert f"{word}{states[word]}项" in text
    assert f"共有任务{sum(states.values())}项" in text
    assert f"逾期（慢序时）任务表列{len(printed_rows(annexes(pages)['逾期（慢序时）任务表']))}项" in text
    assert sum(states.values()) == circular.total


def test_the_table_of_states_adds_up(pages: list[Any], circular: Circular) -> None:
    (counts,) = [row for page in pages for table in page.tables for row in table if row[0] == "任务数"]
    assert sum(map(int, counts[1:7])) == int(counts[7]) == circular.total


def test_the_text_is_printed_paragraph_by_paragraph(pages: list[Any], circular: Circular) -> None:
    text = "".join(re.sub(r"第\d+页共\d+页$", "", page.text) for page in pages)
    assert [paragraph for paragraph in circular.paragraphs if squeezed(paragraph) not in text] == []


def test_pages_are_numbered(pages: list[Any]) -> None:
    assert [page.text.endswith(f"第{number}页共{len(pages)}页") for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
