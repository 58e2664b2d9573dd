"""Likely meanings of a mistyped word; suggestions only, nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Give a sentence that names close words, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    close = get_close_matches(word, known)
    return f"您要的是不是：{'、'.join(close)}？" if close else ""
