"""Recognisers: one per layout, blocks -> claims with raw tasks. The list is explicit; its order decides nothing."""

from __future__ import annotations

from wuye_cli.importing.recognisers.claim import Recogniser

RECOGNISERS: tuple[Recogniser, ...] = ()
