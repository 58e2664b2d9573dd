"""Units that the sentences of a paragraph name; the words stay where they are.

由市司法局牵头，市残联配合，为残疾人提供法律援助      clauses that say who leads and who carries it
由张副市长负责，市发改委牵头，相关部门配合，尽快完成   a person is no unit
市财政局要牵头优化系统。市公安局要加强指导。           the subjects of the sentences, where one of them leads
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.roles import InlineUnits, are_names, read_roles
from wuye_cli.importing.fields.unit_words import PROVINCE

_BEGINS = r"(?:(?m:^)|(?<=[。；;]))"
_WORDS = r"[^，,。；;：:\n]"
_PERSON = rf"由?{_WORDS}{{2,20}}(?:长|书记|主任|同志|委员)(?:亲自|总|牵头|具体)*(?:负责|统筹|协调|抓|召集)[，,]"
_HELP = rf"(?:[，,]{_WORDS}{{2,40}}(?:配合|参与|协助|协同))+"
_CLAUSES = re.compile(
    rf"(?:{_BEGINS}(?:{_PERSON}由?|由|(?=[省市县区州旗各]))|(?<=[，,])由)"
    rf"(?P<roles>{_WORDS}{{2,40}}牵头{_HELP}|(?<=由){_WORDS}{{2,40}}(?<![长记任志员导人])负责{_HELP})(?=[，,。；;]|$)"
)
_SAYS_WHO = re.compile("牵头|负责[，,]")
_MUST = "(?:要(?![求素点])|应当?(?!急)|[须需]|负责|配合|参与|协助|协同)"
_WITH = "会同|联合"
_SUBJECT = re.compile(
    rf"(?:{_BEGINS}|(?<=[，,]))由?(?P<units>{_WORDS}{{2,40}}?)"
    rf"(?P<does>{_MUST}*(?:(?P<leads>牵头)(?:[^。；;]{{0,12}}?(?:{_WITH}))?|{_WITH})|{_MUST})"
)
# 市交通委, 各街镇, 上海金融监管局; but neither 物业服务企业 nor 健全党委…的机制
_PUBLIC = re.compile(rf"(?:[省市县区州旗各](?!域)|{PROVINCE.pattern}).*(?<!企业)(?<!公司)(?<!机构)(?<!协会)")


def find_clauses(text: str) -> InlineUnits:
    """Give the units of the clauses that say who leads and who carries it."""
    found = (read_roles(clauses["roles"]) for clauses in _CLAUSES.finditer(text)) if _SAYS_WHO.search(text) else ()
    return sum((roles.units for roles in found if roles), InlineUnits())


def find_leading_subjects(text: str) -> tuple[InlineUnits, bool]:
    """Give the unit of which a sentence says that it leads, and those of the others; and whether it has partners."""
    subjects = _subjects(text) if "牵头" in text else []
    lead = "、".join(found["units"] for found in subjects if found["leads"])
    others = dict.fromkeys(found["units"] for found in subjects if not found["leads"] and found["units"] != lead)
    if not lead:
        return InlineUnits(), False
    return InlineUnits(lead, "、".join(others)), any(re.search(_WITH, found["does"]) for found in subjects)


def find_subject(text: str) -> str:
    """Give the first unit of which a sentence says what it has to do: 市交通委要."""
    return next((found[0] for found in _subjects(text)), "")


def _subjects(text: str) -> list[re.Match[str]]:
    """Find the sentences that open with offices."""
    found = (subject for subject in _SUBJECT.finditer(text) if are_names(subject["units"]))
    return [subject for subject in found if _PUBLIC.fullmatch(subject["units"])]
