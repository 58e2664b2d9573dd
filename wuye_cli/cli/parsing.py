"""Words of the command line to values; what does not fit is a usage error that names the option."""

from __future__ import annotations

from datetime import date

from wuye_cli.domain.months import find_month
from wuye_cli.errors import UsageError


def parse_date(text: str, option: str) -> date:
    """Read a day like 2023-08-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("bad-date", f"{option} 的日期“{text}”不对：请写成 2023-08-31 这样。") from None


def parse_month(text: str, option: str = "月份") -> str:
    """Read a month like 2023-08."""
    month = find_month(text)
    if month is None:
        raise UsageError("bad-month", f"{option}“{text}”不对：请写成 2023-08 这样，月份从 01 到 12。")
    return month


def parse_percent(text: str) -> float:
    """Read a percentage like 60, 60% or ６０％, from 0 to 100."""
    value = _number(text.replace("％", "%").removesuffix("%"))
    if value is None or not 0 <= value <= 100:
        raise UsageError("bad-percent", f"--percent“{text}”不对：完成进度从 0 到 100，如 60。")
    return value


def parse_values(pairs: list[str]) -> dict[str, float]:
    """Read reported amounts like 覆盖率=72."""
    return dict(_pair(pair) for pair in pairs)


def _pair(text: str) -> tuple[str, float]:
    name, _, amount = text.replace("＝", "=").rpartition("=")
    value = _number(amount.replace("％", "%").removesuffix("%"))
    if not name.strip() or value is None:
        raise UsageError("bad-value", f"--value“{text}”不对：请写成 指标=数值，如 覆盖率=72。")
    return name.strip(), value


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
