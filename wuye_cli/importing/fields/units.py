"""Who does it: units at the end of a paragraph, and the names in a list of units.

…。（责任单位：县住建局，指导单位：县民政局）        …。（市住建局牵头，市财政局、市公安局按职责分工负责）
…。（牵头单位：市住建局，配合单位：市财政局）        牵头部门：市住建局；实施部门：各区住建部门
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.importing.fields.unit_lists import UnitList, read_units, split_units
from wuye_cli.importing.fields.unit_words import STRONG_END

__all__ = ["InlineUnits", "UnitList", "find_inline_units", "find_roles", "read_units", "split_units"]

_LABEL = re.compile(  # 责任单位：  牵头部门:  （配合单位：
    r"(?P<word>牵头|主责|主办|主管|第一责任|责任|配合|协同|协办|协助|参与|参加|实施|承办|落实|执行|建设|指导|督导)"
    r"(?:责任)?(?:单位|部门|主体|机构|科室|处室|地区|企业)[:：]"
)
_LEAD_WORDS = frozenset({"牵头", "主责", "主办", "主管", "第一责任"})
_GUIDE_WORDS = frozenset({"指导", "督导"})
_PLAIN = r"[^（()）\[\]【】〔〕]*"
_BALANCED = rf"{_PLAIN}(?:[（(][^（()）]*[）)]{_PLAIN})*"
_STRAY = rf"(?:[）)](?=[\u4e00-\u9fff]{{2,}}[^（()）。]*[、，,：:）)]){_BALANCED})*"  # 各乡镇）人民政府: its （ is lost
_BRACKET = re.compile(
    rf"[（(\[【〔](?P<inside>(?:(?={_LABEL.pattern.replace('?P<word>', '?:')}){_BALANCED}{_STRAY}|{_BALANCED}))[）)\]】〕]"
)
_LEADS = re.compile(
    r"(?:由)?(?P<units>[^；;。]*?)(?:共同|联合)?牵头(?:负责|落实|实施)?(?:[，,；;、]|$)"
)  # 市住建局牵头，
_DOES = re.compile(  # …按职责分工负责, …等负责, …配合, …指导
    r"(?:等)?(?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?(?P<verb>负责(?:落实|实施)?|配合(?:落实)?|参与|协助|指导|落实)$"
)
_UNIT_LIKE = re.compile(rf".*{STRONG_END}(?:[（(].*[）)])?")
_TAIL = re.compile(r"[。．.；;，,\s]*")


@dataclass(frozen=True, slots=True)
class InlineUnits:
    """The words printed for each role, separators kept."""

    lead: str = ""
    responsible: str = ""
    guide: str = ""

    def __add__(self, other: InlineUnits) -> InlineUnits:
        """Join the words role by role."""
        return InlineUnits(
            _join(self.lead, other.lead),
            _join(self.responsible, other.responsible),
            _join(self.guide, other.guide),
        )


def _join(first: str, second: str) -> str:
    return "；".join(part for part in (first, second) if part)


def find_inline_units(text: str) -> tuple[InlineUnits, str] | None:
    """Find the units that a paragraph prints for itself; gives them and the paragraph without them."""
    found, rest = InlineUnits(), text
    for bracket in reversed(list(_BRACKET.finditer(text))):
        ends_paragraph = _TAIL.fullmatch(rest[bracket.end() :]) is not None
        roles = find_roles(bracket["inside"]) or (
            ends_paragraph and _find_bare(bracket["inside"], text[: bracket.start()])
        )
        if roles:
            found = roles + found
            rest = rest[: bracket.start()] + rest[bracket.end() :]
    if found != InlineUnits():
        return found, rest.strip()
    return _find_unbracketed(text)


def _find_unbracketed(text: str) -> tuple[InlineUnits, str] | None:
    label = _LABEL.search(text)
    if label is None or not re.search(r"(?:^|[。；;！\s])$", text[: label.start()]):
        return None
    return _read_labels(text[label.start() :]), text[: label.start()].strip()


def find_roles(words: str) -> InlineUnits | None:
    """Tell the roles apart in `责任单位：A，指导单位：B` or `A牵头，B、C按职责分工负责`."""
    if _LABEL.match(words):
        return _read_labels(words)
    return _read_verbs(words)


def _read_labels(words: str) -> InlineUnits:
    labels = list(_LABEL.finditer(words))
    ends = [*(label.start() for label in labels[1:]), len(words)]
    found = InlineUnits()
    for label, end in zip(labels, ends, strict=True):
        found += _as_role(label["word"], words[label.end() : end].strip(" 　，,；;、。\n"))
    return found


def _as_role(word: str, units: str) -> InlineUnits:
    if word in _LEAD_WORDS:
        return InlineUnits(lead=units)
    if word in _GUIDE_WORDS:
        return InlineUnits(guide=units)
    return InlineUnits(responsible=units)


def _read_verbs(words: str) -> InlineUnits | None:
    leads = _LEADS.match(words)
    rest = words[leads.end() :] if leads else words
    found = InlineUnits(lead=leads["units"]) if leads else InlineUnits()
    for clause in re.split(r"[；;]|(?<=负责)[，,]|(?<=配合)[，,]|(?<=指导)[，,]", rest):
        does = _DOES.search(clause)
        if does is not None:
            found += _as_role("指导" if does["verb"] == "指导" else "责任", clause[: does.start()].strip(" ，,、"))
        elif leads and clause:
            found += InlineUnits(responsible=clause)
    return found if found != InlineUnits() and _are_units(found) else None


def _are_units(found: InlineUnits) -> bool:
    """Hold words that only look like an assignment (由业主自行负责) apart from units."""
    names = [name for words in (found.lead, found.responsible, found.guide) for name in split_units(words)]
    return bool(names) and all(_UNIT_LIKE.fullmatch(name) or len(name) <= 20 for name in names)


def _find_bare(words: str, before: str) -> InlineUnits | None:
    """Take a bracket of nothing but unit names after the last full stop: …氛围。（市委宣传部、各区政府）."""
    names = split_units(words)
    if before.rstrip().endswith(("。", "；", "！")) and names and all(_UNIT_LIKE.fullmatch(name) for name in names):
        return InlineUnits(responsible=words)
    return None
