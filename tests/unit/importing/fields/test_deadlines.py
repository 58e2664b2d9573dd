from __future__ import annotations

from datetime import date

import pytest

from wuye_cli.domain.terms import DeadlineKind, Every
from wuye_cli.importing.fields.deadlines import DeadlineReading, parse_deadlines

ISSUED = date(2025, 2, 1)


def read(text: str, year: int | None = 2025) -> DeadlineReading:
    return parse_deadlines(text, year=year, issued_on=ISSUED)


def meanings(reading: DeadlineReading) -> list[date | Every | str | None]:
    return [
        item.every or (item.kind.value if item.kind is DeadlineKind.ONGOING else item.date)
        for item in reading.deadlines
    ]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("10 月底前", [date(2025, 10, 31)]),
        ("2025年底达到70%2026年底达到90%", [date(2025, 12, 31), date(2026, 12, 31)]),
        ("202512\n长期坚持", [date(2025, 12, 31), "ongoing"]),
        ("长期执行", ["ongoing"]),
        ("2025年10月底前完成，并长期坚持", [date(2025, 10, 31), "ongoing"]),
        ("持续推进至2025年10月", [date(2025, 10, 31)]),
        ("每年2月底前", [Every.YEAR]),
        ("2020年起，每年2月底前", [Every.YEAR]),
        ("每季度末", [Every.QUARTER]),
        ("按月", [Every.MONTH]),
        ("每周", [Every.WEEK]),
        ("每半年", [Every.HALF_YEAR]),
        ("每年6月、12月底前", [Every.YEAR]),
        ("每月常态化开展", [Every.MONTH]),
        ("每月、每季度", [Every.MONTH, Every.QUARTER]),
        ("3、6、9月底前", [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)]),
        ("3月至6月", [date(2025, 6, 30)]),
        ("1-6月", [date(2025, 6, 30)]),
        ("2025年6-12月", [date(2025, 12, 31)]),
        ("2025-12-31 00:00:00", [date(2025, 12, 31)]),
        ("2025年12月31日23:59", [date(2025, 12, 31)]),
        ("2025年12月31日24时前", [date(2025, 12, 31)]),
        ("2025年“五一”前", [date(2025, 4, 30)]),
        ("2025年年底前", [date(2025, 12, 31)]),
        ("2025年初步完成前期工作", [date(2025, 12, 31)]),
        ("2024年春季学期末（6月底）", [date(2024, 6, 30)]),
        ("2025年（6月底前）", [date(2025, 6, 30)]),
        ("2025、2026年底前", [date(2025, 12, 31), date(2026, 12, 31)]),
        ("2025年l2月", [date(2025, 12, 31)]),
        ("2025年1O月", [date(2025, 10, 31)]),
        ("每季度首月15日前", [Every.QUARTER]),
        ("每年9月底前改造，10月10日前试压", [Every.YEAR]),
        ("每年2月底前报送；6月底前完成", [Every.YEAR, date(2025, 6, 30)]),
        ("2025年3月起", []),
        ("/", []),
        ("无", []),
        ("", []),
    ],
)
def test_a_deadline_cell(text: str, means: list[date | Every | str]) -> None:
    assert meanings(read(text)) == means


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("10月底前", None, "deadline-year-unknown"),
        ("1月15日前", 2025, "deadline-before-issue"),
        ("2024115", 2025, "deadline-ambiguous"),
        ("20259999", 2025, "deadline-ambiguous"),
        ("立行立改", 2025, "deadline-unreadable"),
        ("10月底前" * 200, 2025, "deadline-unreadable"),
        ("2025年3月起", 2025, "deadline-unreadable"),
        ("2025年10", 2025, "deadline-unsure"),
        ("2025年汛期前", 2025, "deadline-unsure"),
        ("2025年汛前", 2025, "deadline-unsure"),
        ("2025年高考前", 2025, "deadline-unsure"),
        ("2025年“端午”前", 2025, "deadline-unsure"),
        ("2025年春季学期末", 2025, "deadline-unsure"),
        ("3个月内", 2025, "deadline-unreadable"),
        ("2019年春节前", 2019, "deadline-unsure"),
        ("2025年12月底前，春节前通报", 2025, "deadline-unsure"),
    ],
)
def test_what_is_not_certain_is_asked_about(text: str, year: int | None, code: str) -> None:
    assert [problem.code for problem in read(text, year).problems] == [code]


@pytest.mark.parametrize(
    "text", ["10月底前", "2025年1月15日前", "2025年底达到70%", "2020年起，每年2月底前", "2024年3月—2025年6月"]
)
def test_what_is_certain_is_not(text: str) -> None:
    assert read(text).problems == ()


def test_a_date_that_cannot_be_read_stays_empty() -> None:
    assert meanings(read("2024115")) == [None]


def test_a_date_of_the_header_decides() -> None:
    reading = parse_deadlines("2024115", year=None, header_dates=(date(2024, 11, 25),))
    assert (meanings(reading), reading.problems) == ([date(2024, 11, 25)], ())


def test_each_deadline_keeps_its_words() -> None:
    assert [item.text for item in read("2026年6月底前完成方案，12月底前完成全部").deadlines] == [
        "2026年6月底前完成方案",
        "12月底前完成全部",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年春节前清零", date(2026, 2, 16)),
        ("2025年国庆节前", date(2025, 9, 30)),
        ("2026年元旦之前", date(2025, 12, 31)),
        ("秋季开学前（2025年8月31日前）", date(2025, 8, 31)),
    ],
)
def test_a_feast_of_a_printed_year_is_a_day(text: str, day: date) -> None:
    reading = read(text)
    assert (meanings(reading), reading.problems) == ([day], ())


def test_the_whole_year_ends_with_it() -> None:
    assert meanings(read("全年", 2025)) == [date(2025, 12, 31)]
