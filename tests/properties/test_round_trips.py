"""The law of reading: what a draft prints, in whatever format, is read as the same draft."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.properties.drafts import drafts
from tests.properties.formats import CHEAP, convert_to_pdf, write_xlsx
from tests.properties.print_draft import ORDER, Style, print_draft
from wuye_cli.domain.divisions import load_divisions
from wuye_cli.importing.document import Locator
from wuye_cli.importing.draft import Draft, DraftTask
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.resources import data_path

DIVISIONS = load_divisions(data_path("divisions.csv"))
SAMPLES = sorted(path for path in data_path("samples").iterdir() if path.suffix != ".md")
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))

styles = st.builds(
    Style,
    order=st.permutations(ORDER).map(tuple),
    wording=st.integers(0, 9),
    section_rows=st.booleans(),
    deadline_mark=st.sampled_from("；、，"),
)
each_format = pytest.mark.parametrize("form", CHEAP)
law = settings(deadline=None, suppress_health_check=list(HealthCheck))


def there_and_back(draft: Draft, form: str, style: Style) -> Draft:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"任务清单.{form}"
        CHEAP[form](print_draft(draft, style), path)
        return read_draft(path, divisions=DIVISIONS)


def what_it_says(draft: Draft) -> Draft:
    """The draft without the places and doubts of one reading, and without what its tables have no room for."""
    return Draft(plan=draft.plan, tasks=tasks_of(draft))


def tasks_of(draft: Draft) -> tuple[DraftTask, ...]:
    return tuple(replace(task, source=Locator(), problems=()) for task in draft.tasks)


def check(draft: Draft, form: str, style: Style) -> None:
    assert what_it_says(there_and_back(draft, form, style)) == what_it_says(draft)


@each_format
@given(draft=drafts(most=3), style=styles)
@settings(law, max_examples=10)
def test_a_printed_draft_is_read_as_itself(form: str, draft: Draft, style: Style) -> None:
    check(draft, form, style)


@pytest.mark.slow
@each_format
@given(draft=drafts(), style=styles)
@settings(law, max_examples=500)
def test_hundreds_of_printed_drafts_are_read_as_themselves(form: str, draft: Draft, style: Style) -> None:
    check(draft, form, style)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice prints the PDF")
def test_drafts_printed_as_pdf_are_read_as_themselves(tmp_path: Path) -> None:
    printed = dict(enumerate([pair for pair in generated(100) if not _may_go_on(pair[0])][:20]))
    assert len(printed) == 20
    for number, (draft, style) in printed.items():
        write_xlsx(print_draft(draft, style), tmp_path / f"{number}.xlsx")
    convert_to_pdf(sorted(tmp_path.glob("*.xlsx")), tmp_path)
    for number, (draft, _) in printed.items():
        assert what_it_says(read_draft(tmp_path / f"{number}.pdf", divisions=DIVISIONS)) == what_it_says(draft)


def _may_go_on(draft: Draft) -> bool:
    """A blank requirement below a printed one: at the top of a page nobody can tell it from the rest of that cell."""
    return any(above.requirement and not below.requirement for above, below in pairwise(draft.tasks))


def generated(count: int) -> list[tuple[Draft, Style]]:
    """Draw drafts to be printed all at once: the office suite takes seconds to start."""
    drawn: list[tuple[Draft, Style]] = []

    @given(draft=drafts(), style=styles)
    @settings(law, max_examples=count, phases=[Phase.generate], database=None)
    def draw(draft: Draft, style: Style) -> None:
        drawn.append((draft, style))

    draw()
    return drawn


@each_format
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_tasks_of_the_samples_come_back_in_every_format(sample: Path, form: str) -> None:
    draft = read_draft(sample, divisions=DIVISIONS)
    assert tasks_of(there_and_back(draft, form, Style())) == tasks_of(draft)


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS, reason="the real documents do not lie beside this checkout")
@each_format
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:2])
def test_the_tasks_of_the_real_documents_come_back_in_every_format(seed: Path, form: str) -> None:
    draft = read_draft(seed, divisions=DIVISIONS)
    assert tasks_of(there_and_back(draft, form, Style())) == tasks_of(draft)
