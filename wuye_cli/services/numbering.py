"""The codes that new tasks get: p1-3, and p1-3.2 for the second item under one printed number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from wuye_cli.importing.fields.numerals import find_number

MARKS = "（）().、．第条项 "  # （三） 3. 三、


def assign_codes(plan: str, printed: Sequence[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Give each task of a plan its code, in printed order.

    Where printed numbers are missing, start again, or are taken, codes count the tasks of the plan instead.
    """
    numbers = [find_number(no.strip(MARKS)) for no in printed]
    codes = _by_number(plan, numbers)
    if codes is None or not set(taken).isdisjoint(codes):
        return count_codes(plan, len(printed), taken)
    return codes


def count_codes(plan: str, count: int, taken: Collection[str]) -> tuple[str, ...]:
    """Give the next codes after those that are taken."""
    last = max((int(code.partition("-")[2].partition(".")[0]) for code in taken), default=0)
    return tuple(f"{plan}-{last + number}" for number in range(1, count + 1))


def _by_number(plan: str, numbers: Sequence[int | None]) -> tuple[str, ...] | None:
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or known != sorted(known):
        return None
    items: Counter[int] = Counter()
    codes = []
    for number in known:
        items[number] += 1
        codes.append(f"{plan}-{number}" if items[number] == 1 else f"{plan}-{number}.{items[number]}")
    return tuple(codes)
