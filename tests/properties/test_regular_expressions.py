"""Two laws of the patterns that read documents.

None takes for ever on a line that repeats itself, as damaged files have them; and one that passes at once what it
cannot begin with finds all that it would find without.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli import importing

LENGTH = 800
MOST_SECONDS = 0.3  # a pattern that tries all pairs of places takes a tenth of it
REPEATED = (
    *(" ", "\u3000", "\n", "9", "—", "、", "，", "。", "（", "）", "一", "市", "各", "年", "第", "A"),
    *("1.", "3、", "（一）", "2月", "牵头、", "个、", "局（", "底前", "东城区3个、", "— ", "按职责分工", "抓好工作"),
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


BEGINS = re.compile(r"\(\?=\[[^\]]+\]\)")  # (?=[每按逐年月]), what a pattern may begin with
FIGURES = ("60", "60%", "至60", "至60%", "3个工作日", "三次", "2025年", "月底前", "一季度", "四五”末", "年", "终")
WORD = re.compile("[\u4e00-\u9fff]+|[^\\s\\\\]")


def hurried() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, pattern) for name, pattern in patterns() if BEGINS.match(pattern.pattern)]


def words_of(pattern: re.Pattern[str]) -> list[str]:
    """Give the words that the pattern itself is written with, and each character of them."""
    words = WORD.findall(BEGINS.sub("", pattern.pattern, count=1))
    return sorted({*words, *"".join(words)})


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in hurried()])
@given(data=st.data())
def test_what_a_pattern_may_begin_with_hides_nothing(pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = st.sampled_from([*words_of(pattern), *FIGURES])
    assert_hides_nothing(pattern, "".join(data.draw(st.lists(words, max_size=12))))


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in hurried()])
def test_each_word_of_a_pattern_may_begin_it(pattern: re.Pattern[str]) -> None:
    assert_hides_nothing(pattern, "，".join(map("".join, product(words_of(pattern), FIGURES))))


def assert_hides_nothing(pattern: re.Pattern[str], text: str) -> None:
    whole = re.compile(BEGINS.sub("", pattern.pattern, count=1))
    assert [found.span() for found in pattern.finditer(text)] == [found.span() for found in whole.finditer(text)]
