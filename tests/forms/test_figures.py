"""How figures are read that units type: what each spelling means, and which are asked about."""

from __future__ import annotations

import pytest

from wuye_cli.forms.figures import read_figure
from wuye_cli.forms.notation import NotationError

# what the cell shows, the number behind it, the unit asked for, last month's figure, what is read
READ = [
    ("60", 60.0, "%", None, 60),
    ("60%", 60.0, "%", None, 60),  # 0.6 in a cell formatted 0%
    ("61%", 60.5, "%", None, 60.5),  # the format rounds, the figure does not
    ("60%", None, "%", None, 60),
    ("６０％", None, "%", None, 60),
    ("60 ％", None, "%", None, 60),
    ("0%", 0.0, "%", 0.5, 0),
    ("0", 0.0, "%", None, 0),
    ("0.5%", None, "%", None, 0.5),
    ("1%", None, "%", None, 1),
    ("100", 100.0, "%", None, 100),
    ("130%", None, "%", None, 130),
    ("5", 5.0, "个", None, 5),
    ("5个", None, "个", None, 5),
    ("1,200", None, "户", None, 1200),
    ("0.6", 0.6, "万平方米", None, 0.6),
    ("0", None, "个", 3, 0),
    ("5", 5.0, "", None, 5),
]
REMARKED = [
    ("0.6", 0.6, "%", 40, 60),
    ("0.07", None, "%", None, 7),
    ("约60%", None, "%", None, 60),
    ("大约 60%", None, "%", None, 60),
    ("60%左右", None, "%", None, 60),
    ("约5个", None, "个", None, 5),
]
ASKED = [
    ("1", 1.0, "%", None, "100% 或 1%"),
    ("0.6", 0.6, "%", 0.5, "60% 或 0.6%"),
    ("60%", 60.0, "个", None, "只写数"),
    ("5户", None, "个", None, "只写数"),
    ("5个", None, "%", None, "百分数"),
    ("很多", None, "%", None, "不是数"),
    ("60-70", None, "%", None, "不是数"),
    ("2023-06-01", None, "%", None, "不是数"),
    ("-5", -5.0, "个", None, "负数"),
    ("TRUE", None, "个", None, "不是数"),
    ("#N/A", None, "个", None, "不是数"),
]


@pytest.mark.parametrize(("text", "number", "unit", "last", "value"), READ)
def test_a_plain_figure_is_read(text: str, number: float | None, unit: str, last: float | None, value: float) -> None:
    figure = read_figure(text, number, unit, last)
    assert figure is not None
    assert (figure.value, figure.remark) == (value, "")


@pytest.mark.parametrize(("text", "number", "unit", "last", "value"), REMARKED)
def test_a_figure_that_was_interpreted_says_so(
    text: str, number: float | None, unit: str, last: float | None, value: float
) -> None:
    figure = read_figure(text, number, unit, last)
    assert figure is not None
    assert figure.value == value
    assert text in figure.remark


@pytest.mark.parametrize(("text", "number", "unit", "last", "advice"), ASKED)
def test_what_is_no_figure_or_could_mean_two_is_asked_about(
    text: str, number: float | None, unit: str, last: float | None, advice: str
) -> None:
    with pytest.raises(NotationError, match=advice):
        read_figure(text, number, unit, last)


def test_blank_is_no_figure() -> None:
    assert read_figure(" ", None, "%", 60) is None
