"""A superior's workbook, filled and printed by LibreOffice: its words and what its own formulas make of the figures."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.cli.conftest import PLAN, Wuye
from tests.cli.superior import HEADINGS, superior_workbook

LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed: nothing can print the workbook"),
]
MORE = "".join(f"{number},整治第{number}类问题,逐个小区排查。,2023年12月底前,市住建局,\n" for number in range(4, 44))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The printed pages of a form with forty-three tasks, two of which were reported."""
    wuye = Wuye(tmp_path_factory.mktemp("上报"))
    wuye("init", "--name", "某市物业办", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", PLAN + MORE), "--yes")
    wuye("update", "1", "--percent", "70", "--month", "2023-10", "--on", "2023-10-25")
    wuye("update", "2", "--percent", "45.5", "--month", "2023-10", "--on", "2023-10-25")
    filled = wuye.folder / "填好.xlsx"
    wuye("export", "template", superior_workbook(wuye.folder / "上级.xlsx"), "-o", filled, "--month", "2023-10")
    command = [
        str(LIBREOFFICE),
        "--headless",
        f"-env:UserInstallation=file://{wuye.folder}/profile",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "--outdir", str(wuye.folder), str(filled)], check=True, capture_output=True, timeout=300)
    return read_pages(filled.with_suffix(".pdf"))


def read_pages(path: Path) -> list[Any]:
    """Size, text and rows of each page."""
    with pdfplumber.open(path) as pdf:
        return [
            (
                (round(page.width), round(page.height)),
                re.sub(r"\s", "", page.extract_text()),
                [[re.sub(r"\s", "", cell or "") for cell in row] for table in page.extract_tables() for row in table],
            )
            for page in pdf.pages
        ]


def test_every_task_stands_on_one_row_with_its_figures(pages: list[Any]) -> None:
    rows = [row for _, _, found in pages for row in found if re.fullmatch(r"\d+", row[0])]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 44)]
    assert [row[1:7] for row in rows[:3]] == [
        ["摸清小区底数", "市住房和城乡建设局", "2023-05-31", "100", "70", "30"],
        ["公开物业服务收费", "市发展和改革委员会", "2023-12-31", "83.2", "45.5", "37.7"],
        ["整治飞线充电", "市消防救援支队", "长期坚持", "—", "—", ""],
    ]


def test_its_own_formulas_reckon_with_every_row(pages: list[Any]) -> None:
    text = "".join(words for _, words, _ in pages)
    assert [row[5] for _, _, found in pages for row in found if row[0] == "平均"] == ["57.8"]
    assert "共43项：已完成0项，逾期1项。" in text
    assert "截至2023年10月31日" in text
    assert not re.search(r"\{\{|#(?:VALUE|REF|NAME|DIV)", text)


def test_it_prints_as_the_superior_set_it_up(pages: list[Any]) -> None:
    of_form = [page for page in pages if "全区住宅小区" in page[1] or "任务" in page[1][:20]]
    assert len(of_form) > 1
    for number, (size, text, _) in enumerate(of_form, 1):
        assert size == (842, 595)
        assert [heading for heading in HEADINGS if heading not in text] == []
        assert f"第{number}页" in text
