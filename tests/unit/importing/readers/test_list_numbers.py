"""How a list writes its numbers."""

from __future__ import annotations

import pytest

from wuye_cli.importing.readers.list_numbers import format_number


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "taiwaneseCountingThousand", "二十"),
        (35, "chineseCounting", "三十五"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "lowerLetter", "c"),
        (3, "upperLetter", "C"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (7, "somethingNew", "7"),
    ],
)
def test_each_style_writes_its_own_way(number: int, style: str, printed: str) -> None:
    assert format_number(number, style) == printed
