"""Recognisers: one file per layout, blocks -> claims with raw tasks. The list is explicit; its order decides nothing.

What layouts share stands in steps, each on those before it: table/ what columns and cells mean, text_table/ rows put
together again from lines of text, numbered/ the outline of paragraphs.
"""

from __future__ import annotations

from wuye_cli.importing.recognisers import (
    aligned_table,
    cell_lines,
    inline_units,
    markdown_table,
    prose,
    scattered_table,
    spaced_text,
    tab_text,
    tables,
    wrapped_table,
)
from wuye_cli.importing.recognisers.claim import Recogniser

RECOGNISERS: tuple[Recogniser, ...] = (
    tables.RECOGNISER,
    tab_text.RECOGNISER,
    markdown_table.RECOGNISER,
    spaced_text.RECOGNISER,
    aligned_table.RECOGNISER,
    wrapped_table.RECOGNISER,
    cell_lines.RECOGNISER,
    scattered_table.RECOGNISER,
    inline_units.RECOGNISER,
    prose.RECOGNISER,
)
