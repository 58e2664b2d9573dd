"""Who does it: units at the end of a paragraph, and the names in a list of units.

…。（责任单位：县住建局，指导单位：县民政局）        …。（市住建局牵头，市财政局、市公安局按职责分工负责）
…。（牵头单位：市住建局，配合单位：市财政局）        牵头部门：市住建局；实施部门：各区住建部门
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.importing.fields.unit_lists import UnitList, read_units, split_units
from wuye_cli.importing.fields.unit_words import OWNER, STRONG_END, WHOLE

__all__ = ["InlineUnits", "UnitList", "find_inline_units", "find_roles", "read_units", "split_units"]

_LABEL = re.compile(  # 责任单位：  牵头部门:  （配合单位：  and labels of other things: 完成时限：  责任领导：
    r"(?:(?P<word>牵头|主责|主办|主管|第一责任|责任|配合|协同|协办|协助|参与|参加|实施|承办|落实|执行|建设|指导|督导)"
    r"(?:责任)?(?:单位|部门|主体|机构|科室|处室|地区|企业)|(?P<other>(?:完成|工作|办理)?(?:时限|时间|期限)|时间节点|"
    r"(?:责任|牵头|分管|包联|联系|挂钩)(?:领导|人)))[:：]"
)
_LEAD_WORDS = frozenset({"牵头", "主责", "主办", "主管", "第一责任"})
_GUIDE_WORDS = frozenset({"指导", "督导"})
_PLAIN = r"[^（()）\[\]【】〔〕]*"
_BALANCED = rf"{_PLAIN}(?:[（(][^（()）]*[）)]{_PLAIN})*"
_STRAY = rf"(?:[）)](?=[\u4e00-\u9fff]{{2,}}[^（()）。]*[、，,：:）)]){_BALANCED})*"  # 各乡镇）人民政府: its （ is lost
_A_LABEL = re.sub(r"\?P<[a-z]+>", "?:", _LABEL.pattern)
_BRACKET = re.compile(  # （责任单位：…）, […], and a bracket of units whose own （ were lost
    rf"[（(\[【〔](?P<inside>(?:(?={_A_LABEL}){_BALANCED}{_STRAY}|{_BALANCED}))[）)\]】〕]"
)
_LEADS = re.compile(  # 市住建局牵头，
    r"(?:由)?(?P<units>[^；;。]*?)(?:共同|联合)?牵头(?:负责|落实|实施)?(?:[，,；;、]|$)"
)
_DOES = re.compile(  # …按职责分工负责, …等负责, …配合, …指导
    r"(?:等)?(?:按照?(?:各自)?职责(?:分工)?|结合实际)?(?:分别|共同|具体)?"
    r"(?P<verb>负责(?:落实|实施)?|配合(?:落实)?|参与|协助|指导|落实)$"
)
_UNIT_LIKE = re.compile(rf".*{STRONG_END}(?:[（(].*[）)])?")
_LEAD_MARK = re.compile(r"(?P<unit>[^、，,；;（()）]+)[（(]牵头(?:单位|部门)?[）)][、，,；;]?")  # 市住建局（牵头）、
_VERB_CLAUSE = re.compile(r"[；;]|(?<=负责|配合|指导|落实|参与|协助)[，,]")
_BEFORE_LABEL = re.compile(r"(?:^|[。；;！\s])$")
_DATED = re.compile(r"[；;，,。]\s*[^；;，,。]*\d+[年月][^年]*$|\s+\d{4}年.*$")  # ；2025年12月底前完成
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
    """Find the units that a paragraph prints for itself; gives them and the paragraph without them.

    Other things in the same bracket (完成时限：6月底前) stay in the paragraph.
    """
    found, rest = InlineUnits(), text
    for bracket in reversed(list(_BRACKET.finditer(text))):
        ends_paragraph = _TAIL.fullmatch(rest[bracket.end() :]) is not None
        bare = _find_bare(bracket["inside"], text[: bracket.start()]) if ends_paragraph else None
        roles = find_roles(bracket["inside"]) or bare
        if roles:
            found = roles + found
            rest = rest[: bracket.start()] + _keep_others(bracket["inside"]) + rest[bracket.end() :]
    return (found, rest.strip()) if found != InlineUnits() else _find_unbracketed(text)


def _find_unbracketed(text: str) -> tuple[InlineUnits, str] | None:
    label = _LABEL.search(text)
    if label is None or label["word"] is None or not _BEFORE_LABEL.search(text[: label.start()]):
        return None
    words = text[label.start() :]
    return _read_labels(words), (text[: label.start()] + _keep_others(words)).strip()


def find_roles(words: str) -> InlineUnits | None:
    """Tell the roles apart in `责任单位：A，指导单位：B`, `A牵头，B、C按职责分工负责` or `A（牵头）、B`."""
    if _LABEL.match(words):
        found = _read_labels(words)
        return found if found != InlineUnits() else None
    return _read_marks(words) or _read_verbs(words)


def _split_labels(words: str) -> list[tuple[re.Match[str], str, str]]:
    """Cut at the labels: each with its units, and with what follows them but is none (；12月底前完成)."""
    labels = list(_LABEL.finditer(words))
    ends = [label.start() for label in labels[1:]] + [len(words)] * bool(labels)
    parts = []
    for label, end in zip(labels, ends, strict=True):
        value = words[label.end() : end].strip(" 　，,；;、。\n")
        dated = _DATED.search(value)
        parts.append((label, value[: dated.start()] if dated else value, dated[0].strip("；;，,。 ") if dated else ""))
    return parts


def _read_labels(words: str) -> InlineUnits:
    found = InlineUnits()
    for label, units, _ in _split_labels(words):
        if label["word"]:
            found += _as_role(label["word"], units)
    return found


def _keep_others(words: str) -> str:
    """Give back what a bracket prints beside its units."""
    kept = [f"{label[0]}{value}" for label, value, _ in _split_labels(words) if label["other"]]
    kept += [dated for _, _, dated in _split_labels(words) if dated]
    return f"（{'；'.join(kept)}）" if kept else ""


def _as_role(word: str, units: str) -> InlineUnits:
    if word in _LEAD_WORDS:
        return InlineUnits(lead=units)
    if word in _GUIDE_WORDS:
        return InlineUnits(guide=units)
    return InlineUnits(responsible=units)


def _read_marks(words: str) -> InlineUnits | None:
    """Read a list in which the lead is marked: 市住建局（牵头）、市财政局."""
    leads = [found["unit"] for found in _LEAD_MARK.finditer(words)]
    rest = _LEAD_MARK.sub("", words).strip("、，,；; ")
    return InlineUnits(lead="、".join(leads), responsible=rest) if leads else None


def _read_verbs(words: str) -> InlineUnits | None:
    leads = _LEADS.match(words)
    rest = words[leads.end() :] if leads else words
    found = InlineUnits(lead=leads["units"]) if leads else InlineUnits()
    for clause in _VERB_CLAUSE.split(rest):
        does = _DOES.search(clause)
        if does is not None:
            found += _as_role(does["verb"][:2], clause[: does.start()].strip(" ，,、"))
        elif leads and clause:
            found += InlineUnits(responsible=clause)
    return found if found != InlineUnits() and _are_units(found) else None


def _are_units(found: InlineUnits) -> bool:
    """Hold words that only look like an assignment (由业主自行负责) apart from units."""
    names = [name for words in (found.lead, found.responsible, found.guide) for name in split_units(words)]
    return bool(names) and all(
        _UNIT_LIKE.fullmatch(name) or OWNER.match(name) or WHOLE.fullmatch(name) for name in names
    )


def _find_bare(words: str, before: str) -> InlineUnits | None:
    """Take a bracket of nothing but unit names after the last full stop: …氛围。（市委宣传部、各区政府）."""
    names = split_units(words)
    if before.rstrip().endswith(("。", "；", "！")) and names and all(_UNIT_LIKE.fullmatch(name) for name in names):
        return InlineUnits(responsible=words)
    return None
