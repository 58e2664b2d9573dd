"""Tab-separated lines, as pasted from a table: merged areas left blank, the header repeated on each page.

    序号→整治重点→主要措施→牵头单位→责任单位→
    1→规范收费→公示收费项目。→市发改委→市住建局→
    2→→查处乱收费。→各县（市）区人民政府→→

A blank cell stands for the one above it where the column groups rows; see `columns`.
"""

from __future__ import annotations

from wuye_cli.importing.document import Document
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.text_table.delimited import find_line_tables

NAME = "tab_text"
TAB = "\t"


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Claim the runs of lines that tabs part into cells."""
    return find_line_tables(document, NAME, _split)


def _split(text: str) -> tuple[str, ...] | None:
    """One tab alone is an indent."""
    cells = tuple(cell.strip() for cell in text.split(TAB))
    return cells if len(cells) > 2 or (len(cells) == 2 and all(cells)) else None


RECOGNISER = Recogniser(NAME, find_claims)
