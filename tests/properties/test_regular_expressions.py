"""No pattern that reads a document takes for ever on a line that repeats itself, as damaged files have them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import product

import pytest

from wuye_cli import importing

LENGTH = 800
MOST_SECONDS = 0.3  # a pattern that tries all pairs of places takes a tenth of it
REPEATED = (
    *(" ", "\u3000", "\n", "9", "—", "、", "，", "。", "（", "）", "一", "市", "各", "年", "第", "A"),
    *("1.", "3、", "（一）", "2月", "牵头、", "个、", "局（", "底前", "东城区3个、", "— "),
)
AROUND = (("", ""), ("（", ""), ("（东城区3个、", "#"), ("责任单位：", ""), ("2023年", "、"))


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(importing.__path__, f"{importing.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def slowest(pattern: re.Pattern[str]) -> tuple[float, str]:
    return max(timed(pattern, words, around) for words, around in product(REPEATED, AROUND))


def timed(pattern: re.Pattern[str], words: str, around: tuple[str, str]) -> tuple[float, str]:
    line = around[0] + (words * LENGTH)[:LENGTH] + around[1]
    began = time.process_time()
    pattern.search(line)
    pattern.fullmatch(line)
    return time.process_time() - began, f"{around[0]}{words}…{around[1]}"


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in patterns()])
def test_a_repeated_word_is_given_up_in_time(pattern: re.Pattern[str]) -> None:
    seconds, line = slowest(pattern)
    assert seconds < MOST_SECONDS, line
