"""Names as people type and print them: one normal form, and the likeliest meaning of a mistyped one."""

from __future__ import annotations

import re
from collections.abc import Collection

SPACES = re.compile(r"\s+")
FULL_WIDTH = str.maketrans("(),:", "（），：")
SIMILAR = 0.8  # difflib ratio: 市工信局 and 市信访局, two offices, reach 0.75


def normal_name(text: str) -> str:
    """Bring a printed name into normal form: no spaces, full-width brackets, no punctuation at its ends."""
    return SPACES.sub("", text).translate(FULL_WIDTH).strip("、，；。：.;")


def find_similar(name: str, known: Collection[str], likeness: float = SIMILAR) -> tuple[str, ...]:
    """Find up to three known names most like this one: something to ask about, never to merge by."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    return tuple(get_close_matches(name, known, n=3, cutoff=likeness))
