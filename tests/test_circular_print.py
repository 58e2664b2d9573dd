"""The circular on paper: written, printed by LibreOffice, and read back from the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
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
    StateRow,
    TargetRow,
)

TEMPLATE = Path(__file__).parents[1] / "templates" / "通报.xlsx"
LIBREOFFICE = shutil.which("soffice")
HEADERS = {  # what stands in the header row of each annex, and on each of its pages
    "进展情况表": (
        "所属部分",
        "序号",
        "重点任务",
        "工作内容",
        "牵头单位",
        "责任单位",
        "完成时限",
        "亮灯",
        "下一步措施",
    ),
    "逾期（慢序时）任务表": ("序号", "重点任务", "牵头单位", "责任单位", "完成时限", "下一步措施"),
    "目标完成情况表": ("重点任务", "指标", "年度", "目标值", "达标时限", "数据月份", "完成情况"),
    "目标完成情况表（分地区）": ("地区", "目标", "进度", "完成率"),
    "进展报送情况表": ("序号", "单位", "应报任务数", "已报任务数", "报送日期", "报送情况"),
}
CHARTS = "统计图表"
A4 = (595, 842)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed"),
]


def progress_row(number: int) -> ProgressRow:
    """Rows of every state, with contents of very different length; two stand under one number, ten in one section."""
    status, printed = tuple(Status)[number % 6], (number + 1) // 2
    return replace(
        CIRCULAR.progress[0],
        code=f"p1-{number}",
        no=str(printed),
        section=f"（{(number + 9) // 10}）补齐短板",
        title=f"第{printed}项推进“红色物业”" + "健全街道（乡镇）社区议事协调机制" * (printed % 5),
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
            *(
                row.code,
                row.no,
                row.title,
                "覆盖率",
                "全市",
                "≥80%",
                f"{year}-12-31",
                62.5,
                "%",
                78.1,
                "2023-08",
                "未达标",
            ),
            wanted=80.0,
            due=date(year, 12, 31),
            expected=53.3,
        )
        for row in progress
        for year in (2023, 2024)
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
        by_unit=tuple(states(f"第{number}个单位", number) for number in range(1, 20)),
        trend=tuple(states(f"2023年{month}月", month, "台账") for month in range(3, 9)),
    )


def states(name: str, done: int, source: str = "") -> StateRow:
    """So many tasks are finished, two overdue."""
    codes = {Status.DONE: tuple(map(str, range(done))), Status.OVERDUE: ("a", "b")}
    return StateRow(name, tuple((status, codes.get(status, ())) for status in Status), source)


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
        self.columns = [squeezed(text) for text in column_texts(page)]
        self.tables = [[[squeezed(cell or "") for cell in row] for row in table] for table in page.extract_tables()]


def column_texts(page: Any) -> Iterator[str]:
    """The text below each heading of the first table: merged cells that a page end cuts are no cells of a table."""
    for table in page.find_tables()[:1]:
        _, _, _, bottom = table.rows[0].bbox
        for left, _, right, _ in filter(None, table.rows[0].cells):
            yield page.crop((left, bottom, right, table.bbox[3])).extract_text()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def annexes(pages: list[Any]) -> dict[str, list[Any]]:
    """The pages of each annex: a page with 附件n at its head begins one, the longest title is its name."""
    found: dict[str, list[Any]] = {}
    name = ""
    for page in pages:
        if re.match(r"附件\d(?:（续）)?2023年", page.text):
            titles = [title for title in (*HEADERS, CHARTS) if f"份{title}" in page.text or f"任务{title}" in page.text]
            name = max(titles, key=len)
        if name:
            found.setdefault(name, []).append(page)
    return found


def printed_rows(pages: list[Any], column: int = 0) -> list[list[str]]:
    """The rows of an annex, known by their number or code; a row broken by a page end would come twice."""
    return [row for page in pages for table in page.tables for row in table if re.fullmatch(r"(p1-)?\d+", row[column])]


def test_all_annexes_are_printed_on_a4_landscape_and_the_text_on_a4_portrait(pages: list[Any]) -> None:
    printed = annexes(pages)
    assert list(printed) == [*HEADERS, CHARTS]
    assert {page.size for several in printed.values() for page in several} == {A4[::-1]}
    assert {page.size for page in pages if not any(page in several for several in printed.values())} == {A4}


def test_each_sheet_is_one_page_wide_with_its_header_on_every_page(pages: list[Any]) -> None:
    printed = annexes(pages)
    for name, headings in HEADERS.items():
        for page in printed[name]:
            missing = [heading for heading in headings if squeezed(heading) not in page.text]
            assert missing == [], name


def test_the_longer_annexes_run_over_several_pages(pages: list[Any]) -> None:
    assert [name for name, several in annexes(pages).items() if len(several) < 2] == []


def test_every_task_is_printed_whole_and_once(pages: list[Any], circular: Circular) -> None:
    rows = printed_rows(annexes(pages)["进展情况表"], 3)
    printed = [(row[3], row[4], row[6], row[13]) for row in rows]
    assert printed == [(row.code, row.content, row.responsible, row.note) for row in circular.progress]


@pytest.mark.parametrize(("column", "field"), [(0, "section"), (1, "no"), (2, "title")])
def test_what_tasks_have_in_common_is_printed_whole_and_once_on_each_of_their_pages(
    pages: list[Any], circular: Circular, column: int, field: str
) -> None:
    tasks = {row.code: row for row in circular.progress}
    for page in annexes(pages)["进展情况表"]:
        common = dict.fromkeys(getattr(tasks[row[3]], field) for row in printed_rows([page], 3))
        assert page.columns[column] == "".join(common)


def test_every_overdue_task_and_target_is_printed(pages: list[Any], circular: Circular) -> None:
    printed = annexes(pages)
    assert [row[2] for row in printed_rows(printed["逾期（慢序时）任务表"])] == [row.title for row in circular.overdue]
    assert [row[1] for row in printed_rows(printed["进展报送情况表"])] == [row.unit for row in circular.reporting]
    targets = [row for page in printed["目标完成情况表"] for table in page.tables for row in table if row[5] == "≥80%"]
    assert [row[4] for row in targets] == ["2023年", "2024年"] * len(circular.progress)
    codes = [row[0] for row in targets if row[0]]
    assert list(dict.fromkeys(codes)) == [row.code for row in circular.progress]


def test_each_chart_is_whole_on_a_page_beside_its_table(pages: list[Any]) -> None:
    units, months, targets = annexes(pages)[CHARTS]
    assert [table[-1][0] for table in units.tables[:1]] == ["第12个单位"]
    assert [table[-1][0] for table in months.tables[:1]] == ["2023年8月"]
    assert [table[-1][:2] for table in targets.tables[:1]] == [["覆盖率", "p1-12"]]
    legends = (
        ("已完成逾期超序时达序时慢序时其他", units),
        ("已完成逾期慢序时", months),
        ("序时实际目标应达完成", targets),
    )
    assert [words for words, page in legends if words not in page.text] == []


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
    found = Counter(row[11] for row in printed_rows(annexes(pages)["进展情况表"], 3))
    for word in STATUS_WORDS.values():
        assert f"{word}{found[word]}项" in text
    assert f"共有任务{sum(found.values())}项" in text
    assert f"逾期（慢序时）任务表列{len(printed_rows(annexes(pages)['逾期（慢序时）任务表']))}项" in text
    assert sum(found.values()) == circular.total


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
