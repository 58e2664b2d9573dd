"""Filling a superior's own workbook with a month of the register."""

from __future__ import annotations

from pathlib import Path

from wuye_cli.render.submission import write_submission
from wuye_cli.reports.submission import Submission, build_submission
from wuye_cli.services.circulars import CircularOrder, make_draft
from wuye_cli.store.database import Database
from wuye_cli.store.facts import load_facts, load_office
from wuye_cli.store.reading import read_register


def fill_superior_template(database: Database, order: CircularOrder, path: Path) -> Submission:
    """Fill the workbook that an order names as its template; the file is whole or not there at all."""
    draft = make_draft(database, order)
    with read_register(database, order.as_of) as reader:
        facts, office = load_facts(reader, archived=True), load_office(reader)
    found = build_submission(facts, office, draft.circular, order.as_of, order.policies, draft.plan)
    write_submission(found, order.template, path)
    return found
