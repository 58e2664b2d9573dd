"""Sentences that say who does it, and of how many items: 4项目标的责任单位均为甲局, 以上工作由甲局负责."""

from __future__ import annotations

import re
import sys

from wuye_cli.importing.fields.numerals import find_number

SCOPE = (  # 该项目标的, 以上8项, 上述各项重点任务
    r"(?:(?P<all>以上|上述|前述)(?:各|所有)?|[该此本这])?(?:(?P<count>\d{1,2}|[两二三四五六七八九十]{1,3})?[项个条])?"
    "(?:重点|主要|工作|目标|任务|事项|项目|指标|内容|措施)*的?"
)
ANY_SCOPE = re.sub(r"\?P<[a-z]+>", "?:", SCOPE)
_LABEL = "(?P<label>(?:牵头|主责|责任|配合|协办|实施|指导)(?:单位|部门))"
_IS = "(?:均|都|分别|统一)?[为是](?=[\u4e00-\u9fff])"
_BEGINS = r"(?:(?m:^)|(?<=[。；;！]))[ \u3000]*"
_SAID_LABEL = re.compile(f"(?:{_BEGINS}|(?<=[，,])){SCOPE}{_LABEL}{_IS}")
_SAID = re.compile(f"{_BEGINS}{SCOPE}(?:{_LABEL}{_IS}|(?:均|都|统一)?由)")
# The last sentence: …增长15%。由市经委负责。   …以上工作由县发改局负责。
LAST = re.compile(rf"{_BEGINS}(?P<roles>{ANY_SCOPE}(?:均|都|统一)?由[^。；;：:\n]{{2,80}})[。；;]?\s*\Z")

# 以下各项工作均需各县、区人民政府落实，不再列出   具体任务均涉及相关市（州）人民政府，不再做分工，下同
_OF_ALL = re.compile(
    r"(?:以下|下列|具体|各项|所有|其他|其余)[^。；;，,、（(]{0,6}(?:工作|任务|措施|事项)[^。；;，,]{0,4}均(?:需|须|应|由|涉及)"
    r"[^。；;〕】\]\n]{0,40}(?:局|委|政府|部门|单位|街道|乡镇|[区县])[^。；;〕】\]\n]{0,30}"
    r"|[^。；;〔【（(，,\n]{4,40}[，,]不再(?:一一|逐一|逐项|另行|单独|重复)?(?:列出|列明|列示|标注|[做作]?分工)"
)


def mend_sentences(text: str) -> str:
    """Turn sentences into labels: 该项目标责任单位为甲局 -> 责任单位：甲局."""
    return _SAID_LABEL.sub(r"\g<label>：", text)


def count_items(text: str) -> int:
    """Tell of how many items, this one and those before it, a sentence names the units."""
    found = _SAID.search(text)
    if found is None:
        return 1
    return find_number(found["count"] or "") or (sys.maxsize if found["all"] else 1)


def find_said_of_all(text: str) -> str:
    """Give the sentence that names the units of all tasks that follow, each of which keeps silent about them."""
    found = _OF_ALL.search(text)
    return found[0].strip() if found else ""
