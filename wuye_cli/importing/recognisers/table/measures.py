"""Numbers whose indicator and measure stand in columns of their own.

    | 指标名称     | 计量单位 | 2025年 | 2026年 |
    | 新增助餐场所 | 个       | 60     | ≥40    |

The cells read as 新增助餐场所60个 and 新增助餐场所≥40个. A heading may print the measure in brackets: 目标值（%）, and
so may the name of the indicator: 城镇化率（%）.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.fields.quantities import UNIT

# 600   ≥60   1,200   不少于85%   60个   60以上   7-8
NUMBER = re.compile(
    r"(?P<number>(?:[≥≤><＞＜=约]|不[低少]于|不[高多超]于|达到|超过)?\s*\d[\d,]*(?:\.\d+)?(?:[-—~～至]\d+(?:\.\d+)?)?)(?P<tail>\D*)"
)
BEHIND = re.compile(r"(?P<times>[万亿]?)(?P<about>(?:以[上下内]|左右)?)")  # around the measure: 1.2万|个|以上
IN_HEADING = re.compile(rf"[（(](?:单位[:：]?)?(?:(?P<measure>{UNIT})|百分[比数])[）)]$")


@lru_cache(maxsize=1024)  # asked of every cell of a column
def find_measure(heading: str) -> str:
    """Give the measure that a heading or a name prints in brackets behind its words."""
    found = IN_HEADING.search(to_plain(heading))
    return (found["measure"] or "%") if found else ""


def with_measure(cell: str, indicator: str, measure: str) -> str:
    """Print a cell as a sentence would; one that holds more than a number stays as it is."""
    found = NUMBER.fullmatch(cell.strip())
    if found is None or not (indicator or measure):
        return cell
    number, tail = found["number"], found["tail"].strip()
    behind = BEHIND.fullmatch(tail)
    if behind:
        tail = behind["times"] + measure + behind["about"]
    return f"{indicator}{number}{tail}"
