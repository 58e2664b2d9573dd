"""The draft on the hidden sheet of a form: JSON in signs that no spreadsheet program changes, cut to fit cells."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence

from wuye_cli.errors import InputError
from wuye_cli.forms.fields import PLAN_FIELDS
from wuye_cli.forms.review_sheets import LISTS
from wuye_cli.importing.draft import Draft, draft_from_json, draft_to_json

MARK = "wuye.review/1"
LINE = 30_000  # characters; a cell holds 32,767
LARGEST = 64 * 1024 * 1024

# What base64, zlib, JSON and the fields raise over something that no program of ours has written
BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, zlib.error)


def pack_draft(draft: Draft) -> tuple[str, ...]:
    """Give the lines for the hidden sheet."""
    packed = base64.b64encode(zlib.compress(draft_to_json(draft).encode("utf-8", "surrogatepass"))).decode("ascii")
    return (MARK, *(packed[start : start + LINE] for start in range(0, len(packed), LINE)))


def unpack_draft(lines: Sequence[str], name: str) -> Draft:
    """Read the draft back.

    Raises:
        InputError: the lines are not those of a draft.
    """
    try:
        if not lines or lines[0] != MARK:
            raise ValueError(MARK)
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(base64.b64decode("".join(lines[1:]), validate=True), LARGEST)
        if not unpacking.eof:
            raise ValueError(LARGEST)
        draft = draft_from_json(text.decode("utf-8", "surrogatepass"))
        _show_all(draft)
    except BROKEN as error:
        raise InputError(
            "form-damaged",
            f"“{name}”的隐藏工作表已损坏，读不回核对表；请对原文件用 wuye import 文件 --review 重新生成。",
        ) from error
    return draft


def _show_all(draft: Draft) -> None:
    """See to it that every value is of its kind: one that cannot be shown was not written by us."""
    for field in PLAN_FIELDS:
        field.show(draft.plan)
    for kind in LISTS:
        for item in getattr(draft, kind.attribute):
            for field in kind.fields:
                field.show(item)
    if draft.printed is not None:
        _show_all(draft.printed)
