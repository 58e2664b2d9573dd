"""Our own sample documents against the drafts that a person has read: `pytest --update-golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuye_cli.domain.divisions import Divisions, load_divisions
from wuye_cli.importing.draft import draft_from_json, draft_to_json
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.recognisers import RECOGNISERS
from wuye_cli.importing.winners import find_unread, find_winners
from wuye_cli.resources import data_path

DRAFTS = Path(__file__).parent / "drafts"
SAMPLES = sorted(path for path in data_path("samples").iterdir() if path.suffix != ".md")
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions(data_path("divisions.csv"))


@each_sample
def test_sample_reads_as_its_golden_draft(sample: Path, divisions: Divisions, update_golden: bool) -> None:
    draft = draft_to_json(read_draft(sample, divisions=divisions)) + "\n"
    golden = DRAFTS / f"{sample.name}.json"
    if update_golden:
        golden.write_text(draft, encoding="utf-8")
    assert golden.exists(), "no golden draft yet: run pytest --update-golden and read what it wrote"
    assert draft == golden.read_text(encoding="utf-8")


@each_sample
def test_draft_survives_the_way_through_json(sample: Path, divisions: Divisions) -> None:
    draft = read_draft(sample, divisions=divisions)
    assert draft_from_json(draft_to_json(draft)) == draft


@each_sample
def test_each_block_has_one_recogniser_and_none_is_left(sample: Path) -> None:
    document = read_document(sample)
    claims = [claim for recogniser in RECOGNISERS for claim in recogniser.find_claims(document)]
    claimed = [block for claim in claims for block in range(claim.first, claim.last + 1)]
    assert claims
    assert len(claimed) == len(set(claimed))
    assert find_unread(document, find_winners(document, RECOGNISERS)) == ()


@each_sample
def test_order_of_recognisers_decides_nothing(sample: Path) -> None:
    document = read_document(sample)
    assert find_winners(document, reversed(RECOGNISERS)) == find_winners(document, RECOGNISERS)


def test_every_golden_draft_has_its_sample() -> None:
    assert {path.name for path in DRAFTS.iterdir()} == {f"{sample.name}.json" for sample in SAMPLES}
