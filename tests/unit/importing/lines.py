"""Documents for tests, written as the lines of a text file."""

from __future__ import annotations

from wuye_cli.importing.document import Document, Locator, Paragraph
from wuye_cli.importing.recognisers.claim import RawTask, Recogniser


def document(text: str, form: str = "txt") -> Document:
    """One paragraph per line, as the text reader gives them."""
    lines = text.strip("\n").split("\n")
    return Document("样例.txt", form, "", tuple(Paragraph(line, Locator(line=at)) for at, line in enumerate(lines, 1)))


def read_tasks(recogniser: Recogniser, text: str) -> tuple[RawTask, ...]:
    """The tasks that a recogniser finds in a text."""
    return tuple(task for claim in recogniser.find_claims(document(text)) for task in claim.tasks)
