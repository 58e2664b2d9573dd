"""What a circular says of the one whose place it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wuye_cli.domain.months import day_words
from wuye_cli.reports.circular_lines import Circular


def replacing_words(number: str, issued_on: date, reason: str) -> str:
    """Say which circular is replaced, and why."""
    return f"本通报替代{day_words(issued_on)}印发的{number}，原因：{' '.join(reason.split()).rstrip('。')}。"


def tell_replaced(circular: Circular, words: str) -> Circular:
    """Put the words, if there are any, at the end of the text."""
    return replace(circular, paragraphs=(*circular.paragraphs, words)) if words else circular
