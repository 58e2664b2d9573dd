"""Recognisers: one per layout, blocks -> claims with raw tasks. The list is explicit; its order decides nothing."""

from __future__ import annotations

from wuye_cli.importing.recognisers.claim import Recogniser
from wuye_cli.importing.recognisers.markdown_table import MARKDOWN_TABLE
from wuye_cli.importing.recognisers.tab_text import TAB_TEXT
from wuye_cli.importing.recognisers.tables import TABLES

RECOGNISERS: tuple[Recogniser, ...] = (TABLES, TAB_TEXT, MARKDOWN_TABLE)
