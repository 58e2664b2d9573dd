"""The circular's template after work on it in LibreOffice: other fonts and words, columns moved, a logo."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.unit.render.by_hand import CIRCULAR
from wuye_cli.errors import InputError
from wuye_cli.render.workbook import write_circular

TEMPLATE = Path(__file__).parents[1] / "templates" / "通报.xlsx"
LIBREOFFICE = shutil.which("soffice")
PICTURE = (  # a red dot, PNG, 8 × 8
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAGElEQVR4nGP4z8CAFWEXHbwS/3GAQSgBAB0sf4GJKmIRAAAAAElFTkSuQmCC"
)
FRAME = (
    '<draw:frame svg:width="1in" svg:height="0.5in" svg:x="0in" svg:y="0in">'
    f"<draw:image><office:binary-data>{PICTURE}</office:binary-data></draw:image></draw:frame>"
)
TEXT_BOX = (
    '<draw:frame svg:width="1in" svg:height="0.5in" svg:x="0in" svg:y="0in">'
    "<draw:text-box><text:p>机密</text:p></draw:text-box></draw:frame>"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed"),
]


def convert(source: Path, kind: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it as another."""
    folder.mkdir(exist_ok=True)
    command = [str(LIBREOFFICE), "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{kind}"


def edit(folder: Path, drawing: str) -> Path:
    """Edit what LibreOffice made of the template, and let it save that as a workbook."""
    flat = convert(TEMPLATE, "fods", folder / "flat")
    text = flat.read_text("utf-8").replace("仿宋_GB2312", "华文楷体").replace("填报单位（盖章）", "报送单位（公章）")
    before, table, after = re.split(r'(<table:table table:name="进展情况表".*?</table:table>)', text, flags=re.DOTALL)
    changed = {"状态": "亮灯", "亮灯": "状态"}
    table = re.sub("状态|亮灯", lambda found: changed[found[0]], table)
    text = before + re.sub(r"(<table:table-cell[^>]*>)(?=\s*<text:p>(?:附件1|注：))", rf"\1{drawing}", table) + after
    flat.write_text(text, "utf-8")
    return convert(flat, "xlsx", folder / "edited")


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edit(tmp_path_factory.mktemp("改"), FRAME)


@pytest.fixture(scope="module")
def filled(edited: Path) -> Path:
    path = edited.parent / "填好.xlsx"
    write_circular(CIRCULAR, edited, path)
    return path


def values(path: Path) -> dict[str, list[list[Any]]]:
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows() if any(cell.value for cell in row)]
        for sheet in load_workbook(path)
    }


def picture_rows(path: Path) -> list[int]:
    sheet: Any = load_workbook(path)["进展情况表"]
    return sorted(picture.anchor._from.row for picture in sheet._images)


def test_the_same_values_stand_in_it_and_the_moved_columns_follow_their_markers(filled: Path, tmp_path: Path) -> None:
    write_circular(CIRCULAR, TEMPLATE, tmp_path / "原样.xlsx")
    expected, found = values(tmp_path / "原样.xlsx"), values(filled)
    for row in expected["进展情况表"][3:-1]:
        row[11], row[12] = row[12], row[11]
    words = "填报单位（盖章）", "报送单位（公章）"
    for name, rows in expected.items():
        wanted = [[cell.replace(*words) if isinstance(cell, str) else cell for cell in row] for row in rows]
        width = max(map(len, wanted))
        assert [row[:width] for row in found[name]] == wanted, name


def test_the_other_font_and_words_are_still_there(filled: Path) -> None:
    sheet: Any = load_workbook(filled)["进展情况表"]
    assert {sheet.cell(row, column).font.name for row in (5, 6, 7) for column in range(1, 17)} == {"华文楷体"}
    assert sheet["A3"].value.startswith("报送单位（公章）：某市")


def test_the_logo_is_still_there_and_what_stands_below_the_rows_moves_down_with_them(
    filled: Path, edited: Path
) -> None:
    with ZipFile(edited) as before, ZipFile(filled) as after:
        pictures = [
            {archive.read(name) for name in archive.namelist() if "/media/" in name} for archive in (before, after)
        ]
    assert pictures[0] == pictures[1] != set()
    assert [picture_rows(path) for path in (edited, filled)] == [[0, 5], [0, 5 + len(CIRCULAR.progress) - 1]]


def test_a_text_box_is_refused_with_a_sentence(tmp_path: Path) -> None:
    template = edit(tmp_path, TEXT_BOX)
    with pytest.raises(InputError, match="文本框或形状，填写时会丢失；请改用单元格"):
        write_circular(CIRCULAR, template, tmp_path / "通报.xlsx")
    assert not (tmp_path / "通报.xlsx").exists()
