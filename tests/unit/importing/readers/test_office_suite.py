"""LibreOffice as the second way: used where it is, silent where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wuye_cli.importing.readers.docx import read_docx
from wuye_cli.importing.readers.office_suite import convert_to_docx

SAMPLE = Path(__file__).parents[3] / "files" / "清单.doc"


def test_without_an_office_suite_there_is_no_second_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert convert_to_docx(SAMPLE.read_bytes()) is None


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_it_gives_the_content_of_a_word_file() -> None:
    converted = convert_to_docx(SAMPLE.read_bytes())
    assert converted is not None
    assert read_docx(converted, "清单.docx")
