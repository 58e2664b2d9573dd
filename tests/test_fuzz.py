"""Whatever goes into an import, a draft or one sentence comes out: a smaller run of bench/fuzz.py."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.fuzz import FORMATS, LONGEST_SECONDS, MOST_MEGABYTES, apart, fuzz_bomb, fuzz_format
from bench.fuzz_bombs import BOMBS

FILES = 150
PDF_FILES = 20


@pytest.mark.slow
@pytest.mark.parametrize("format_name", FORMATS)
def test_damaged_and_random_files_give_a_draft_or_a_sentence(format_name: str, tmp_path: Path) -> None:
    if format_name == "pdf" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    count = PDF_FILES if format_name == "pdf" else FILES
    outcome = apart(fuzz_format, format_name, count, 2, tmp_path)
    assert outcome.failures == []
    assert outcome.drafts + outcome.refusals == count
    assert outcome.slowest < LONGEST_SECONDS
    assert outcome.megabytes < MOST_MEGABYTES


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_files_that_are_made_to_hurt_get_one_sentence(name: str, tmp_path: Path) -> None:
    outcome = apart(fuzz_bomb, name, tmp_path)
    assert outcome.failures == []
    assert outcome.refusals == 1
    assert outcome.megabytes < MOST_MEGABYTES
