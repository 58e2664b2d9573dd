"""The words around a quantity: its clause, what is counted (indicator), and whose share it is (scope)."""

from __future__ import annotations

import re

from wuye_cli.importing.fields.dates import DATE
from wuye_cli.importing.fields.quantities import Quantity

CLAUSE_MARKS = re.compile(r"[，,。；;：:！]")
_NOUN_END = re.compile(r"[，,。；;、：:（(\s]")
_ASIDE = re.compile(r"[（(][^（()）]*[，,][^（()）]*[）)]")  # （包括物业管理委员会，下同）
# 同时，累计建成…: words before the verb
_LEAD_IN = re.compile(
    r"^(?:同时|其中|并|确保|力争|争取|积极|全面|累计|全年|分别|共|再|每年|每季度|每月)+|^(?:一是|二是|三是|四是|五是)"
)
# 打造示范小区50个: the verb is no part of the indicator; 完成率 is
_VERB = re.compile(
    r"^(?:打造|建成|建设|培育|新增|新建|完成|创建|开展|组织|引进|招引|引入|形成|落地|举办|开放|推出|发布|制定|改造|开工|建立"
    r"|挖掘|汇聚|配备|设立|认定|培训|整治|规范|实现|推广|带动|争创|组建|投放|安装|增设|召开|办好)+(?!率)(?:落地|一批)?"
    r"|^[比较](?:上|去|\d)年?.*"
)
# 覆盖率达到: the comparison is no part of the indicator
_COMPARISON = re.compile(
    r"(?:达到|达|为|至|到|不低于|不少于|至少|超过|超|突破|提升|提高|控制在|落实|以上|增长|压降|压减|下降|降低|≥|>|开展|培训|完成|：|:)+$"
)
# 每个街道至少开展2次: scope 每个街道; but 每年 and 每季度 are no scope
_EACH = re.compile(
    r"(?P<scope>每(?![年季月周天日次半一二三四五六七八九十]|个[月季])[个家名所座户]?[^，,。；;\d每]{1,24}?)"
    r"(?=每年|每季|每月|每半年|至少|不少于|不低于|配备|开展|培训|建成|建设|完成|[拥要]?有|\d)"
)
# 东城区改造20个: scope 东城区; but 全市, 我县 are no scope
_WHERE = re.compile(
    r"(?:^|、)(?P<scope>(?!全|我|本|各)[\u4e00-\u9fff]{1,5}[省市县区旗镇])"
    r"(?=打造|建成|建设|培育|新增|完成|创建|改造|不少于|不低于|至少|达到|\d|$)"
)


def find_clause(sentence: str, quantity: Quantity) -> str:
    """Give the words around the quantity, from comma to comma."""
    end = CLAUSE_MARKS.search(sentence, quantity.end)
    return sentence[_clause_start(sentence, quantity) : end.start() if end else len(sentence)].strip()


def _clause_start(sentence: str, quantity: Quantity) -> int:
    return max((mark.end() for mark in CLAUSE_MARKS.finditer(sentence, 0, quantity.start)), default=0)


def find_indicator(sentence: str, quantity: Quantity, since: int) -> str:
    """Name what is counted: the noun behind a counted number, else the words before it, back to `since`."""
    is_share = quantity.unit.startswith(("%", "‰"))
    after = _NOUN_END.split(sentence[quantity.end :])[0].removeprefix("的")
    if after and not is_share:
        return after
    before = CLAUSE_MARKS.split(_ASIDE.sub("", sentence[since : quantity.start]))[-1]
    words = _COMPARISON.sub("", _EACH.sub("", DATE.sub("", before)).strip("到至前底末，,、 "))
    return _VERB.sub("", _LEAD_IN.sub("", words)).lstrip("、")


def find_scope(sentence: str, quantity: Quantity, since: int) -> str:
    """Name whose share it is: 每个街道, 东城区; empty where it is everybody's."""
    clause = sentence[max(since, _clause_start(sentence, quantity)) : quantity.end]
    found = _EACH.search(clause) or _WHERE.search(DATE.sub("", clause))
    return found["scope"] if found else ""
