"""Tables of Markdown text: cells between pipes, a line of dashes under the header.

    | 序号 | 重点任务 | 牵头单位 | 完成时限 |
    |------|----------|----------|----------|
    | 1    | 完善制度 | 市住建局 | 10月底前 |

Line breaks inside a cell are <br>.
"""

from __future__ import annotations

import re

from wuye_cli.importing.document import Document
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.delimited import find_line_tables

NAME = "markdown_table"
PIPE = re.compile(r"(?<!\\)\|")  # \| is a pipe inside a cell
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
EMPHASIS = re.compile(r"\*\*|__")


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Claim the runs of lines that pipes part into cells."""
    return find_line_tables(document, NAME, _split)


def _split(text: str) -> tuple[str, ...] | None:
    line = text.strip()
    if not line.startswith("|") or len(PIPE.findall(line)) < 3:
        return None
    return tuple(_cell(part) for part in PIPE.split(line.removeprefix("|").removesuffix("|")))


def _cell(part: str) -> str:
    return EMPHASIS.sub("", BREAK.sub("\n", part.replace("\\|", "|"))).strip()


RECOGNISER = Recogniser(NAME, find_claims)
