from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wuye_cli.importing.fields.dates import find_dates, read_bare_date


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("10月", date(2025, 10, 31)),
        ("“十五五”末", date(2030, 12, 31)),
        ("十四五时期末", date(2025, 12, 31)),
        ("10月底", date(2025, 10, 31)),
        ("2月份", date(2025, 2, 28)),
        ("6月15日", date(2025, 6, 15)),
        ("6月15号", date(2025, 6, 15)),
        ("6月15前", date(2025, 6, 15)),
        ("三月上旬", date(2025, 3, 10)),
        ("3月中旬", date(2025, 3, 20)),
        ("3月下旬", date(2025, 3, 31)),
        ("3月初", date(2025, 3, 10)),
        ("8月中", date(2025, 8, 15)),
        ("十二月三十一日", date(2025, 12, 31)),
        ("三季度末", date(2025, 9, 30)),
        ("第一季度", date(2025, 3, 31)),
        ("上半年", date(2025, 6, 30)),
        ("年中", date(2025, 6, 30)),
        ("下半年", date(2025, 12, 31)),
        ("年底", date(2025, 12, 31)),
        ("年内", date(2025, 12, 31)),
        ("今年10月", date(2025, 10, 31)),
        ("明年3月底", date(2026, 3, 31)),
        ("2027年", date(2027, 12, 31)),
        ("2027年底", date(2027, 12, 31)),
        ("2027底前", date(2027, 12, 31)),
        ("202712月底", date(2027, 12, 31)),
        ("2027年4底前", date(2027, 4, 30)),
        ("到2027，", date(2027, 12, 31)),
        ("2027底完成", date(2027, 12, 31)),
        ("二〇二六年五月", date(2026, 5, 31)),
        ("2026-06-30", date(2026, 6, 30)),
        ("2026/6", date(2026, 6, 30)),
        ("2026.6.5", date(2026, 6, 5)),
    ],
)
def test_a_period_stands_for_its_last_day(words: str, on: date) -> None:
    assert [printed.on for printed in find_dates(words, 2025)] == [on]


def test_a_year_is_carried_to_the_dates_after_it() -> None:
    assert [printed.on for printed in find_dates("2026年3月、6月", 2025)] == [date(2026, 3, 31), date(2026, 6, 30)]


def test_without_any_year_the_day_stays_open() -> None:
    (printed,) = find_dates("明年6月", None)
    assert printed.on is None
    assert not printed.year_printed


@pytest.mark.parametrize("words", ["三年内", "13月", "0月", "2月30日", "2025.35", "80年代", "3.5个月内", "3个月"])
def test_what_is_no_date(words: str) -> None:
    assert find_dates(words, 2025) == ()


@pytest.mark.parametrize(
    ("digits", "means"),
    [
        ("20256", (date(2025, 6, 30),)),
        ("202512", (date(2025, 12, 31),)),
        ("202516", (date(2025, 1, 6),)),
        ("2025630", (date(2025, 6, 30),)),
        ("20250630", (date(2025, 6, 30),)),
        ("2024115", (date(2024, 11, 5), date(2024, 1, 15))),
        ("2024105", (date(2024, 10, 5),)),
        ("2025", ()),
        ("20259999", ()),
    ],
)
def test_digits_that_lost_their_signs(digits: str, means: tuple[date, ...]) -> None:
    assert read_bare_date(digits) == means


def test_a_date_of_the_header_decides_lost_digits() -> None:
    headers = (date(2023, 11, 25), date(2024, 3, 1), date(2024, 11, 25))
    assert read_bare_date("2024115", headers) == (date(2024, 11, 25),)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_back_in_every_spelling(day: date) -> None:
    spellings = (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day.year}.{day.month}.{day.day}")
    for words in spellings:
        assert [printed.on for printed in find_dates(words, None)] == [day]
