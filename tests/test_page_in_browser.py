"""The overview page as Chromium sees it: the words are there, nothing runs, nothing is wider than the window."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Wuye
from tests.unit.render.test_dashboard import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: nothing can open the page"),
]
HOSTILE = "<script>document.title='run'</script>"
MEASURE = """<script>
const page = document.querySelector("iframe");
page.onload = () => document.title =
  `${page.contentDocument.title}|${page.contentDocument.documentElement.scrollWidth}`;
</script>"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wuye = Wuye(tmp_path_factory.mktemp("网页"))
    wuye("init", "--name", f"办公室{HOSTILE}", "--region", "银川市")
    wuye("import", wuye.file("清单.csv", PLAN.replace("摸清小区底数", f"摸清{HOSTILE}底数")), "--yes")
    wuye("export", "html", "-o", wuye.folder / "总览.html")
    return wuye.folder / "总览.html"


def dump(path: Path, *options: str) -> str:
    """The document after the browser has read it, as markup."""
    profile = f"--user-data-dir={path.parent / 'profile'}"
    words = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", profile, *options, "--dump-dom"]
    done = subprocess.run([*words, path.as_uri()], check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


def test_the_browser_reads_every_word_and_runs_none_of_it(page: Path) -> None:
    seen, written = Browser(dump(page)), Browser(page.read_text(encoding="utf-8"))
    assert seen.rows == written.rows
    assert [tag for tag, _ in seen.elements] == [tag for tag, _ in written.elements]
    assert f"办公室{HOSTILE}" in seen.texts
    assert any(f"摸清{HOSTILE}底数" in row for row in seen.rows)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_a_telephone_or_a_window(page: Path, width: int) -> None:
    frame = page.with_name(f"{width}.html")
    frame.write_text(f"<iframe src='{page.name}' width='{width}' height='800'></iframe>{MEASURE}", encoding="utf-8")
    options = ("--allow-file-access-from-files", "--window-size=1400,900", "--virtual-time-budget=2000")
    found = re.search(r"<title>(.*)\|(\d+)</title>", dump(frame, *options))
    assert found is not None
    assert found[1].startswith("重点任务进展总览")
    assert int(found[2]) <= width
