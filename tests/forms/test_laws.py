"""The law of the review form: a draft that goes out and comes back untouched is the same draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from tests.forms.drafts import drafts
from wuye_cli.domain.divisions import load_divisions
from wuye_cli.forms.review_form import write_review_form
from wuye_cli.forms.review_reading import Review, read_review_form
from wuye_cli.importing.draft import Draft
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.resources import data_path

SHARED = Path(__file__).parents[3] / "shared"
SAMPLES = sorted(path for path in data_path("samples").iterdir() if path.suffix != ".md")
REAL = sorted(path for folder in ("seeds", "public") for path in (SHARED / folder).glob("*.*"))


def there_and_back(draft: Draft) -> Review:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "核对表.xlsx"
        write_review_form(draft, path)
        return read_review_form(path)


def check(draft: Draft) -> None:
    assert there_and_back(draft) == Review(draft, (), 0)


@given(draft=drafts)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_draft_comes_back_as_it_went(draft: Draft) -> None:
    check(draft)


@pytest.mark.slow
@given(draft=drafts)
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_hundreds_of_drafts_come_back_as_they_went(draft: Draft) -> None:
    check(draft)


def real_drafts(paths: list[Path]) -> Iterator[Draft]:
    divisions = load_divisions(data_path("divisions.csv"))
    return (read_draft(path, divisions=divisions) for path in paths)


def test_the_samples_come_back_as_they_went() -> None:
    for draft in real_drafts(SAMPLES):
        check(draft)


@pytest.mark.seeds
@pytest.mark.skipif(not REAL, reason="the real documents do not lie beside this checkout")
def test_the_real_documents_come_back_as_they_went() -> None:
    for draft in real_drafts([path for path in REAL if path.suffix == ".txt"]):
        check(draft)
