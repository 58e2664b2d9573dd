"""What is signed below a task list that stands in lines: it ends the table, and is read as the foot of the document.

    3  清理飞线  逐栋清理，建立台账。  长期坚持  各区人民政府

    填报人：张三    联系电话：
                                甲市人民政府办公室
                                2025年3月15日

An office and a date may as well be the last cells of a row whose deadline stands behind its units.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wuye_cli.importing.fields.deadline_words import is_deadline
from wuye_cli.importing.fields.unit_words import WHOLE
from wuye_cli.importing.paragraphs import CLOSING, DATE_LINE, is_page_number
from wuye_cli.importing.recognisers.table.header import Header

# 填报单位（盖章）：   填报人：李某   制表人:   联系电话：
SIGNING = re.compile(
    r"(?:(?:填[报表]|制表|审[核批]|复核|经办|报送|联系|签发)(?:人员?|单位|部门|日期|时间|电话|方式)|制表|审核|日期)"
    r"\s*(?:[（(][^（()）]{1,6}[）)])?\s*[:：]"
)
UNIT_FIELDS = ("lead", "responsible", "guide")


def count_rows(lines: Sequence[str], header: Header) -> int:
    """Count the lines, none of them blank, up to the first of those that only sign the table."""
    texts = [line.strip() for line in lines]
    end = len(texts)
    while end:
        if SIGNING.match(texts[end - 1]) or CLOSING.match(texts[end - 1]) or is_page_number(texts[end - 1]):
            end -= 1
        elif _are_signed(texts[:end], header):
            end -= 2
        else:
            break
    return end


def _are_signed(texts: list[str], header: Header) -> bool:
    """Tell whether the last two lines are an office and its date."""
    if len(texts) < 3 or not DATE_LINE.fullmatch(texts[-1]) or not WHOLE.fullmatch(texts[-2]):
        return False
    is_name = len(texts[-2].split()) == 1 and "、" not in texts[-2]
    *_, last_cell = texts[-3].split()
    ends_row = is_deadline(last_cell) or SIGNING.match(texts[-3]) is not None
    return is_name and (ends_row or not _ends_with_deadline(header))


def _ends_with_deadline(header: Header) -> bool:
    """Tell a table that prints the deadline behind units."""
    units = [at for field in UNIT_FIELDS for at in header.indexes(field)]
    return bool(units) and max(header.indexes("deadline"), default=-1) > min(units)
