"""The real documents beside the checkout: every task found, none made up, hardly a field wrong, none in silence.

The yardstick is the scorer that lies beside them; without the documents the test is skipped.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wuye_cli.domain.divisions import Divisions, load_divisions
from wuye_cli.importing.draft import draft_to_json
from wuye_cli.importing.pipeline import read_draft
from wuye_cli.importing.readers import read_document
from wuye_cli.importing.recognisers import RECOGNISERS
from wuye_cli.importing.winners import find_winners
from wuye_cli.resources import data_path

SHARED = Path(__file__).parents[2] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not GOLD, reason="the real documents do not lie beside this checkout (../shared/seeds)"),
]


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_import", SHARED / "tools" / "score_import.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def score(gold: dict[str, Any], draft: dict[str, Any], scorer: ModuleType) -> Counter[str]:
    """Count tasks, fields and flags of one document as the scorer does."""
    tally: Counter[str] = Counter()
    pairs = scorer.match(gold["tasks"], draft["tasks"])
    tally["extra"] = len(draft["tasks"]) - sum(found is not None for _, found in pairs)
    for wanted, found in pairs:
        tally["missing"] += found is None
        fields = scorer.compare(wanted, found, gold.get("units_are") == "resolved") if found else {}
        for field, right in fields.items():
            flagged = scorer.flagged(found, draft["problems"], field)
            tally.update(fields=1, right=right, silent=not right and not flagged, alarms=right and flagged)
    for _, right in scorer.compare_plan(gold, draft):
        tally.update(fields=1, right=right)
    return tally


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions(data_path("divisions.csv"))


def test_the_real_documents_are_read_right(divisions: Divisions) -> None:
    scorer = load_scorer()
    total: Counter[str] = Counter()
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        draft = json.loads(draft_to_json(read_draft(SHARED / "seeds" / gold["doc"], divisions=divisions)))
        total += score(gold, draft, scorer)
    assert (total["missing"], total["extra"]) == (0, 0)
    assert total["right"] >= 0.97 * total["fields"]
    assert total["silent"] <= 3
    assert total["alarms"] <= 10


@pytest.mark.parametrize("path", sorted((SHARED / "seeds").glob("*.txt")), ids=lambda path: path.stem[:12])
def test_one_recogniser_wins_each_block_whatever_their_order(path: Path) -> None:
    document = read_document(path)
    claims = [claim for recogniser in RECOGNISERS for claim in recogniser.find_claims(document)]
    claimed = [block for claim in claims for block in range(claim.first, claim.last + 1)]
    assert len(claimed) == len(set(claimed))
    assert find_winners(document, reversed(RECOGNISERS)) == find_winners(document, RECOGNISERS)
