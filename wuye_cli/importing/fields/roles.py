"""Which part a unit takes in a task, and the words by which a document says so.

牵头单位：甲局；配合单位：乙局；完成时限：6月底前          labels
甲局牵头，乙局、丙局按职责分工负责，丁局指导              verbs
甲局（牵头）、乙局                                       marks
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wuye_cli.importing.fields.duty_words import DOES, GUIDES, LEADS, find_act
from wuye_cli.importing.fields.scopes import ANY_SCOPE, mend_sentences
from wuye_cli.importing.fields.unit_lists import split_units
from wuye_cli.importing.fields.unit_words import OWNER, STRONG_END, WHOLE

_KIND = "(?:单位|部门|主体|机构|科室|处室|地区|企业)"
_LEVEL = "(?:[国省市县区镇]家?级)?"  # 市级牵头单位
_WORD = (
    "(?:监督|监管|指导|督导)责任"  # 监管责任单位 is responsible, 监管单位 is not
    "|牵头|主责|主办|主管|第一责任|主要责任|(?:第二|其他|次要|直接|共同)责任|责任|配合|协同|协办|协助|协作|参与|参加|支持|实施|承办|落实|执行|建设|组织|指导|督导"
    "|监督|监管"
)
LABEL = re.compile(  # 责任单位：  牵头部门:  牵头（责任）单位：  and labels of other things: 完成时限：  责任领导：
    rf"(?:{_LEVEL}(?P<word>{_WORD})(?:[（(/、及和]?(?:责任|牵头|配合|落实|实施)[）)]?)?{_KIND}(?:[及和、](?:责任|负责)?人)?"
    r"|(?P<other>(?:计划|要求)?(?:完成|工作|办理|整改|落实|实施)?(?:时限|时间|期限)(?:要求)?|时间节点|(?:时间|进度)安排|联系人"
    r"|(?:责任|牵头|分管|包联|联系|挂钩)[省市县区]?(?:级)?(?:领导|人)|[省市县区]领导"
    r"|(?!.{0,2}(?:各|有关|相关|成员|以[上下]))[\u4e00-\u9fff]{2,4}(?:单位|部门)))\s*[:：]"  # 验收单位：
)
_PLAIN_LABEL = "(?:牵头|责任|配合|主责|协办|实施|指导)(?:单位|部门)"
# 责任单位 市住建局, 完成时限 6月底前, （…；完成时限6月底前）: the colon is lost
_SPACED_LABEL = re.compile(rf"(?m)^({_PLAIN_LABEL})[ \u3000]+(?=[\u4e00-\u9fff])")
# （牵头单位市住建局；责任单位市公安局）: nothing at all before a name that is whole;   【责任单位】市住建局
_GLUED_LABEL = re.compile(
    rf"(?<=[（(\[【〔；;])({_PLAIN_LABEL})(?=[省市县区][\u4e00-\u9fff]{{1,14}}{STRONG_END}[、，,；;）)\]】〕])"
)
_BOXED_LABEL = re.compile(
    rf"[【\[［〔]({_PLAIN_LABEL}|(?:完成|工作|整改|办理)(?:时限|时间|期限)|时间节点)[】\]］〕]\s*[:：]?\s*(?=[\u4e00-\u9fff\d])"
)
_DUE_SIGNS = "年月日号底前末初中上下旬半季度第一二三四五六七八九十至到长期坚持推进续常态化每周之以内完成、—"
_BARE_DUE = re.compile(
    r"(?m)(?:^[ \u3000]*|(?<=[（(\[【〔；;，,。]))"
    r"(?P<label>(?:计划)?(?:完成|办理|整改|落实)?(?:时限|时间|期限)|时间节点)"
    rf"[ \u3000]*(?=[\d{_DUE_SIGNS} -]{{2,24}}(?:[；;。，,）)\]】〕]|$))"
)
A_LABEL = re.sub(r"\?P<[a-z]+>", "?:", LABEL.pattern)
# 牵头：甲局；配合：乙局, only inside brackets; and labels of the roles as a whole: 责任分工：甲局牵头，乙局配合
_SHORT = re.compile(r"(?:^|(?<=[；;，,。\s]))(牵头|主责|主办|协办|配合|责任|参与|协助|落实|指导)[:：]")
_SHARING = re.compile(r"^(?:责任|任务|职责|工作)?分工[:：]")
# 甲局牵头，乙局、丙局按职责分工负责: each clause of units up to what they do; 等 stands for others
_CLAUSE = re.compile(rf"(?P<units>[^；;]+?)(?:等*(?P<does>{DOES})(?:[，,、\s]+|(?=[；;]|$))|(?=[；;]|$))")
_MARK = re.compile(  # 市住建局（牵头）、
    r"(?<![^、，,；;（()）])(?P<unit>[^、，,；;（()）]++)[（(]牵头(?:单位|部门)?[）)][、，,；;]?"
)
_BY = re.compile(f"^(?:以下)?{ANY_SCOPE}(?:均|都|统一)?由")  # 由甲局, 以下任务均由甲局
_LEADS_WITH = re.compile("(?<=牵头)(?=会同|联合)")  # 甲局牵头会同乙局落实
_WITH = re.compile("(?<=[局委办部厅府院会司团])(?:会同|联合|会商)")  # 甲局会同乙局负责
# What says when, not who: 2025年12月底前完成, 长期坚持
_WHEN = (
    r"(?:到|于)?(?:\d+[年月]|今年|年底|年内|全年|[上下]半年|第?[一二三四]季度|每[年季月周半]|长期|持续|常态|常年|即日)"
    r"[^；;，,。]*"
)
_DATED = re.compile(rf"[；;，,。]\s*[^；;，,。]*\d+[年月][^年]*$|[；;，,。]\s*{_WHEN}$|\s+\d{{4}}年.*$")
_WHEN_CLAUSE = re.compile(_WHEN)
_WHEN_FIRST = re.compile(rf"({_WHEN})[，,；;]")  # 2025年底前，甲局牵头，乙局配合
_UNIT_LIKE = re.compile(rf".*(?:{STRONG_END}|[分支]行|银行)(?:[（(].*[）)])?")
_EVERY = re.compile("(?:各|有关|相关|属地)[\u4e00-\u9fff（）()、]{1,10}")  # 各地, 各镇街, 属地政府


# 各镇、街道   各县（市、区）、开发区   各乡镇人民政府、街道办事处
_PLACE = (
    "(?:设区市|[市县区旗镇乡街]|街道办?(?:事处)?|苏木|园区|开发区|高新区|社区|村|[（(][市县区镇乡街道、]+[）)])+"
    "(?:党委|(?:人民)?政府)?"
)
_EVERY_PLACE = re.compile(f"各{_PLACE}(?:[、，和及]各?{_PLACE})*")


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


@dataclass(frozen=True, slots=True)
class Roles:
    """The units by role, and what else was printed with them (完成时限：6月底前)."""

    units: InlineUnits
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.units != InlineUnits()


def mend_labels(text: str) -> str:
    """Give labels of units and deadlines the colon that they lost."""
    if "单位" in text or "部门" in text:
        text = _BOXED_LABEL.sub(r"\n\1：", _GLUED_LABEL.sub(r"\1：", _SPACED_LABEL.sub(r"\1：", mend_sentences(text))))
    return _BARE_DUE.sub(r"\g<label>：", text)


def read_roles(words: str) -> Roles | None:
    """Tell the roles apart in `责任单位：A，指导单位：B`, `A牵头，B、C按职责分工负责` or `A（牵头）、B`."""
    words = _SHORT.sub(r"\1单位：", _SHARING.sub("", words.strip()))
    head, stop, tail = words.partition("。")
    if stop and tail.strip() and not LABEL.search(tail) and (found := _read(head)):
        return Roles(found.units, (*found.others, tail.strip("。 ")))
    return _read(words.rstrip("。 "))


def _read(words: str) -> Roles | None:
    label = LABEL.search(words)
    if label and (label.start() == 0 or words[label.start() - 1] in "；;，,。 \n"):
        return read_labels(words) or None
    return _read_marks(words) or _read_verbs(words)


# Labels


def read_labels(words: str) -> Roles:
    """Read `责任单位：A；指导单位：B；完成时限：6月底前`."""
    labels = list(LABEL.finditer(words))
    ends = [label.start() for label in labels[1:]] + [len(words)] * bool(labels)
    before = words[: labels[0].start()].strip("；;，,。 \n") if labels else ""
    verbs = _read_marks(before) or _read_verbs(before)  # 甲局牵头，完成时限：6月底前
    verbs = verbs or (read_names(before) if before else None)  # 甲局、乙局；指导单位：丙局
    units, others = (verbs.units, [*verbs.others]) if verbs else (InlineUnits(), [before])
    dates = []
    others_too = sum(label["word"] is not None for label in labels) > 1
    for label, end in zip(labels, ends, strict=True):
        value = words[label.end() : end].strip(" 　，,；;、。\n")
        if label["word"] is None:
            others.append(f"{label[0]}{value}")
            continue
        dated = _DATED.search(value)
        word = "牵头" if label["word"] == "主要责任" and others_too else label["word"]
        units += as_role(word, value[: dated.start()] if dated else value)
        dates += [dated[0].strip("；;，,。 ")] if dated else []
    return Roles(units, tuple(words for words in (*others, *dates) if words))


def as_role(word: str, units: str) -> InlineUnits:
    """Give units the role that the word of a label or a verb says."""
    units = _WITH.sub("、", _BY.sub("", units))
    if word in LEADS:
        return InlineUnits(lead=units)
    if word in GUIDES:
        return InlineUnits(guide=units)
    return InlineUnits(responsible=units)


# Verbs and marks


def _read_marks(words: str) -> Roles | None:
    leads = [found["unit"] for found in _MARK.finditer(words)]
    rest = _MARK.sub("", words).strip("、，,；; ")
    return Roles(InlineUnits(lead="、".join(leads), responsible=rest)) if leads else None


def _read_verbs(words: str) -> Roles | None:
    when = _WHEN_FIRST.match(words)
    units, others, does = InlineUnits(), [when[1]] if when else [], False
    words = words[when.end() :] if when else words
    for clause in _CLAUSE.finditer(_LEADS_WITH.sub("，", words)):
        if _WHEN_CLAUSE.fullmatch(whole := clause[0].strip(" ，,、；;")):
            others.append(whole)
            continue
        does = does or clause["does"] is not None
        units += as_role(find_act(clause["does"] or ""), clause["units"].strip(" ，,、"))
    return Roles(units, tuple(others)) if does and _are_units(units) else None


def _are_units(found: InlineUnits) -> bool:
    """Hold words that only look like an assignment (由业主自行负责) apart from units."""
    names = [name for words in (found.lead, found.responsible, found.guide) for name in split_units(words)]
    return bool(names) and all(_is_unit(name) or WHOLE.fullmatch(name) or _EVERY.fullmatch(name) for name in names)


def are_names(words: str) -> bool:
    """Tell a list of nothing but unit names, or of every place below: 各镇、街道; 区财政局、各县（市、区）."""
    if _EVERY_PLACE.fullmatch(words):
        return True
    names = split_units(words)
    whole = (_UNIT_LIKE.fullmatch(name) or _EVERY_PLACE.fullmatch(name) for name in names)
    return bool(names) and not re.search("[:：]", words) and all(whole)


def read_names(words: str) -> Roles | None:
    """Read bare names, perhaps with a date behind them: 甲局、乙局，2021年12月."""
    dated = _DATED.search(words)
    names = words[: dated.start()] if dated else words
    others = (dated[0].strip("；;，,。 "),) if dated else ()
    return Roles(InlineUnits(responsible=names), others) if are_names(names) else None


def have_names(words: str) -> bool:
    """Tell a list in which some names are those of units."""
    names = split_units(words)
    return len(names) > 1 and any(_UNIT_LIKE.fullmatch(name) for name in names)


def _is_unit(name: str) -> bool:
    return _UNIT_LIKE.fullmatch(name) is not None or OWNER.match(name) is not None
