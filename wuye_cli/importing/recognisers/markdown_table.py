"""Tables of Markdown text: cells between pipes, a line of dashes under the header.

    | 序号 | 重点任务 | 牵头单位 | 完成时限 |
    |------|----------|----------|----------|
    | 1    | 完善制度 | 市住建局 | 10月底前 |

Line breaks inside a cell are <br>. Outer bars may be left out: 序号|重点任务|牵头单位.
"""

from __future__ import annotations

import re

from wuye_cli.importing.document import Document
from wuye_cli.importing.recognisers.claim import Claim, Recogniser
from wuye_cli.importing.recognisers.text_table.delimited import find_line_tables

NAME = "markdown_table"
PIPE = re.compile(r"(?<!\\)\|")  # \| is a pipe inside a cell
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
EMPHASIS = re.compile(r"\*\*|__")


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Claim the runs of lines that pipes part into cells."""
    return find_line_tables(document, NAME, _split)


def _split(text: str) -> tuple[str, ...] | None:
    """A line that opens with a bar also ends with one; without outer bars, one at the end parts an empty cell."""
    line = text.strip().replace("｜", "|")
    has_outer = line.startswith("|")
    if len(PIPE.findall(line)) < (3 if has_outer else 2):
        return None
    inner = line.removeprefix("|").removesuffix("|") if has_outer else line
    return tuple(_cell(part) for part in PIPE.split(inner))


def _cell(part: str) -> str:
    return EMPHASIS.sub("", BREAK.sub("\n", part.replace("\\|", "|"))).strip()


RECOGNISER = Recogniser(NAME, find_claims)
