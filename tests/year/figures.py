"""The figures of a circular, worked out from what `circular draft --explain --json` names, without the program."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest


def check_figures(circular: Any) -> int:
    """Work out every figure; give their number."""
    for figure in circular["figures"]:
        value = worked_out(figure["reckoning"])
        assert value == figure["reckoning"]["value"], figure
        assert float(figure["text"]) == pytest.approx(value, abs=0.0501 if figure["sheet"] != "正文" else 0.00501), (
            figure
        )
        if figure["sheet"] == "正文":
            assert circular["paragraphs"][figure["row"] - 1][figure["at"] - 1 :].startswith(figure["text"]), figure
    return len(circular["figures"])


def worked_out(reckoning: Any) -> float:
    """Count, add, divide or subtract."""
    if reckoning["kind"] == "count":
        return len(reckoning.get("rows", ()))
    if reckoning["kind"] == "sum":
        return float(sum(amount["value"] for amount in reckoning.get("amounts", ())))
    if "days" in reckoning:
        begin, end = map(date.fromisoformat, reckoning["days"])
        return (end - begin).days
    first, second = map(worked_out, reckoning["sides"])
    return round(first / second * reckoning["times"] if reckoning["kind"] == "quotient" else first - second, 1)
