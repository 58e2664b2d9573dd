"""Words that are a deadline and nothing else: what a deadline cell, or a dated heading, may hold.

    10月底前    2025年底达到70%2026年底达到90%    长期坚持    202512

Only told apart here; what they mean is decided by the field parser.
"""

from __future__ import annotations

import re

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"  # 12月20日, 十二月二十日
_YEAR = r"(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})\s*年"  # 2025年, 二〇二五年
_MOMENT = (
    rf"(?:{_YEAR})?\s*{_NUM}\s*月(?:份|\s*{_NUM}\s*[日号]|上旬|中旬|下旬|中|底|末)?|{_YEAR}(?:度|底|末|上半年|下半年|全年)?"
    r"|年[底内末中]|年度|[上下]半年|全年|第?[一二三四1-4]季度[末底]?|每(?:年|半年|季度|月|周|日)(?:底|末)?|即日起"
    r"|长期(?:坚持|执行|推进|实施|开展)?|持续(?:推进|坚持|实施|开展)?|常态化(?:推进|开展)?|立行立改|立即|20\d\d[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?"
)
_DEADLINE = re.compile(
    rf"(?:到|截至)?(?:(?:{_MOMENT})(?:[之以]?前|内|完成|前完成|(?:达到)?\d+[%％](?:以上)?)*[、，,；;至到—\-]?)+"
)
# 11月底前完成淘汰，12月底前完成更新; 6月底前完成划线，每月检查一次: several steps, each with its day and few words
_STEP = rf"(?:{_MOMENT})[之以]?前完成[\u4e00-\u9fff]{{1,6}}"
_STEPS = re.compile(rf"{_STEP}(?:[，,；;](?:{_STEP}|每(?:半?年|季度?|月|周)[\u4e00-\u9fff]{{2,6}}))+[，,；;]?")
# 2月底前完成调整；每半年、每季度   3月底前自查，4月15日前报送省局: whatever is done, each clause opens with its day
_DATED_CLAUSE = rf"(?:到|于)?(?:{_MOMENT})[^。；;，,、]{{0,16}}"
_DATED_CLAUSES = re.compile(rf"{_DATED_CLAUSE}(?:[，,；;、]{_DATED_CLAUSE})*[；;]?")
_FIXED = re.compile(r"[\d一二三四五六七八九十][月日号]|年[底内末]|半年|季度|每[年月周日]")
# Extraction lost 年 and 月: 20256   202512   2024115
_DAMAGED = re.compile(r"20\d\d\d{1,4}")


def is_deadline(text: str) -> bool:
    """Tell whether the words are a deadline, whole and alone."""
    return (_DEADLINE.fullmatch(text.strip()) or _STEPS.fullmatch(text.strip())) is not None


def is_dated_steps(text: str) -> bool:
    """Tell clauses that each open with their day; a short content may read so, too: only safe beside no deadline."""
    return _FIXED.search(text) is not None and _DATED_CLAUSES.fullmatch(text.strip()) is not None


def is_damaged_deadline(text: str) -> bool:
    """Tell a date whose 年 and 月 were lost; only safe where a deadline must stand."""
    return _DAMAGED.fullmatch(text.strip()) is not None
