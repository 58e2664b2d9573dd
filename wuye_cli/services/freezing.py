"""A circular as the text that is stored when it is issued, and back: the report itself, so it can be rendered again."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from wuye_cli.errors import RefusedError
from wuye_cli.reports.circular_lines import Circular

REPORT = TypeAdapter(Circular)


def freeze(circular: Circular) -> bytes:
    """Write a circular as JSON; the same circular gives the same bytes."""
    return REPORT.dump_json(circular, indent=1)


def thaw(content: bytes) -> Circular:
    """Read a circular back; fields that came later have their defaults.

    Raises:
        RefusedError: this is no circular.
    """
    try:
        return REPORT.validate_json(content)
    except ValidationError as error:
        sentence = "存档的通报数据读不出来，可能已被改动：请用 wuye circular check 核对，并改用最近的备份。"
        raise RefusedError("frozen-data", sentence) from error
