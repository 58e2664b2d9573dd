"""Lists of units as a cell prints them: separators, shared prefixes and suffixes, lost separators.

市发改、财政、司法             -> 市发改 市财政 市司法
各县（市）区住建、发改部门     -> 各县（市）区住建部门 各县（市）区发改部门
县住建局县财政局               -> 县住建局 县财政局
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wuye_cli.importing.fields.duty_words import DOES
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.fields.odd_names import ask_about_names
from wuye_cli.importing.fields.shared_endings import ask_about_firms, share_endings
from wuye_cli.importing.fields.unit_words import (
    AFTER_END,
    BRANCH,
    BRANCH_OF,
    CENTRAL,
    DEPARTMENT,
    DISTRICT_PHRASES,
    NONE,
    OFFICE,
    OFFICE_OWNER,
    ONE_OFFICE,
    OWNER,
    PARTY_DEPARTMENT,
    RUN_ON,
    SEAM,
)

_RUN = re.compile(r"[，,；;。]+")  # 市发改、财政，各县（市、区）人民政府: a prefix 各… is shared up to the comma
_NUMBER = re.compile(r"(?:(?<!\d)\d{1,2}[.．、]|[（(]\d{1,2}[）)])(?=[\u4e00-\u9fff])|[①-⑳]")  # 1.县住建局2.县财政局
_LONE = r"(?![部委办厅局](?:[和及与]|[^\u4e00-\u9fff]|$))"  # 各部、委、办、局 are one phrase
_AUTONOMOUS = "(?!(?<=各市)、县、自治县|(?<=县)、自治县)"  # 各市、县、自治县人民政府
_ITEM = re.compile(rf"{_AUTONOMOUS}[、/／|]+{_LONE}|{AFTER_END}[.．·](?=[\u4e00-\u9fff]{{2}})")
_NEW_LINE = re.compile(  # 市发改委 / 领导小组办公室 on two lines of a cell; 市委 / 社会工作部 is one name broken
    rf"(?:{AFTER_END}|(?<=[）)]))(?<![省市县区旗党]委)[ \t]*\n\s*"
    r"(?=(?![（(]|等)[^\n、，,；;]{2,}?(?:局|委|厅|办|部|政府|公司|集团|部门|办公室|委员会|[）)])(?:[\n、，,；;]|$))"
)
_INSIDE = re.compile(
    r"[（(\[【][^（()）\[\]【】]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)\]】]"
)  # 办公室（市住建局、市公安局）
_AND = re.compile(
    rf"{AFTER_END}(?:以及|及|和|与|会同)(?!(?:人民)?政府$|单位(?:$|[、，,按]))(?=\S{{2}})"
    r"|(?<=[\u4e00-\u9fff]{2}[市县区旗])(?:和|及|与)(?=[\u4e00-\u9fff]{2,4}[市县区旗](?:人民)?政府)"
)  # 市住建局和市公安局, 甲乙市和丙丁县政府, but neither 党委和政府 nor 有关部门和单位
_DUTY = re.compile(rf"{DOES}$")  # 按职责分工负责
_MARK = re.compile(  # 市公安局（牵头）, 市公安局（配合单位）, 市公安局（2项）
    r"[（(](?:(?:共同|联合)?(?:牵头|主办|主责|责任|配合|协办|参与)(?:单位|部门)?|共?\d+[项个件条])[）)]$"
)
_LABEL = re.compile(
    r"^(?:牵头|主责|主办|责任|配合|协办|协同|参与|实施|指导)(?:单位|部门)[:：]"
)  # in a cell of its own column
# 市卫健委（列第一位的为牵头单位，下同）: said of the whole list
_CONVENTION = re.compile("[（(](?=[^（()）]*牵头)[^（()）]*(?:第一[位个家]|首位|最前|下同)[^（()）]*[）)]")
_OTHERS = (
    r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})?[个家]?(?:有关|相关|职能|责任|成员)*(?:部门|单位|部门和单位|委办局)"
)
_ETC = re.compile(rf"(?:等+(?:{_OTHERS})?|…+)$")  # 市公安局等有关部门, 市公安局等12个部门
# 甲区、乙区人民政府等有关单位: what others share the ending of is open, but no ending itself
_ETC_BEHIND = re.compile(rf"(?:(?<=政府)|(?<=管委会)|(?<=办事处))等+{_OTHERS}$|等+$")
# 甲市发展和改革委员会甲市财政局: the place that opens the first name opens the next
_PLACE = re.compile(
    r"(?:中共)?(?P<place>[\u4e00-\u9fffA-Z×]{1,5}?(?:自治[区州县]|[省市县区旗州]))(?=[\u4e00-\u9fff]{2})"
)
_OFFICE_END = re.compile(
    r"(?:局|厅|委|队|中心|办)$"
)  # 住建交通局 may well be one office; 住建交通 and 住建交通部门 are two
_BY = re.compile(r"^(?:由|其中|会同|及|和|与)(?=\S{2})")
_DISTRICT_ONLY = re.compile(r"(?:各|相关)?(?:设区市|[省市州盟县区旗乡镇]|街道)+")  # 市、县（区）人民政府: 市 is no unit
_BARE_GOVERNMENT = re.compile(r"[市州盟县区旗](?:[（(][市县区、]+[）)])?(?:人民)?政府")  # 各市、县人民政府
# 各镇、街道 are two kinds of places, no phrase like 市、县（区）人民政府
_EVERY_PLACE = re.compile(
    r"各(?:[市县区旗乡镇村]|街道|社区|[（(][市县区乡镇街道、]+[）)])+(?:党工?委|(?:人民)?政府|办(?:事处)?)?"
)
_PLACE_BELOW = re.compile("(?:街道|乡镇|[乡镇村]|社区)(?:党工?委|(?:人民)?政府|办(?:事处)?)?")
_GROUP_OWNER = re.compile(r"^(?:各|相关|有关|所辖)|[县市区旗乡镇][县市区旗乡镇（(]")

# 市、县（区）财政部门, 各市、县财政局: a department of each level; but 市、县（区）人民政府 is one phrase
_LEVELS = re.compile(
    r"(?:^|(?<=[、，,；;。和及]))(?P<each>(?:各|相关|有关)?)(?P<upper>(?:[省市州盟]、){1,2})(?P<last>[市州县区旗](?:[（(][市县区旗、]{1,4}[）)])?区?)"
    rf"(?P<name>{DEPARTMENT.pattern}){AFTER_END}(?=[、，,；;。和及]|$)"
)
# 各乡、镇人民政府, 相关市、县政府, 各区、县级市: two kinds; but the table knows the members of 各市、县人民政府
_KINDS = re.compile(
    r"(?:^|(?<=[、，,；;。和及]))(?P<each>各(?=[乡镇])|(?:各(?:有关|相关)?)(?=[区县]、县级市)|相关|有关|所辖)"
    r"(?P<upper>(?:[市州县区旗乡镇]、){1,2})(?P<last>县级市|[市县区旗乡镇])"
    r"(?P<name>党委|(?:人民)?政府|(?<=县级市))(?=[、，,；;。和及]|$)"
)


def _any_bracket(phrases: Iterable[str]) -> str:
    return "|".join(phrases).replace("（", "[（(]").replace("）", "[）)]")


_NO_OPEN = {phrase.replace("（", ""): phrase for phrase in DISTRICT_PHRASES}
_NO_CLOSE = {phrase.replace("）", ""): phrase for phrase in DISTRICT_PHRASES}
_ROUND_BRACKETS = str.maketrans("〔〕［］", "（）（）")  # inside a round bracket: （各县〔市、区〕政府）
_WIDE_BRACKETS = str.maketrans("()", "（）")
_HALF_DISTRICT = re.compile(  # 乡镇）, 县(市、区: one bracket of 乡（镇）, 县(市、区) is lost
    rf"(?<![（(])(?:{_any_bracket(_NO_OPEN)})|(?:{_any_bracket(_NO_CLOSE)})(?![、市区县镇乡街道]*[）)])"
)


@dataclass(frozen=True, slots=True)
class UnitList:
    """The names in a cell; `doubt` says in Chinese why they are not certain, empty where they are."""

    units: tuple[str, ...]
    doubt: str = ""


def split_units(text: str) -> tuple[str, ...]:
    """Name the units of a cell, each in full."""
    return read_units(text).units


@lru_cache(maxsize=1024)  # a list prints the same units in row after row
def read_units(text: str) -> UnitList:
    """Name the units of a cell and say whether they are certain."""
    plain = _NUMBER.sub("、", to_plain(_NEW_LINE.sub("、", cut_convention(text.strip()))).translate(_ROUND_BRACKETS))
    plain = _mend_districts(_LABEL.sub("", plain.strip("、，,；;。：: ")))
    plain = _KINDS.sub(_name_levels, _LEVELS.sub(_name_levels, plain))
    if NONE.fullmatch(plain):
        return UnitList(())
    owner, units, doubt = "", [], _ask_about_brackets(plain)
    for run in _split_outside(_RUN, plain):
        pieces, seam_doubt = _find_pieces(run)
        owner, names = _share(pieces, "" if _GROUP_OWNER.search(owner) else owner)
        units += names
        doubt = doubt or seam_doubt
    return UnitList(tuple(dict.fromkeys(units)), doubt or ask_about_firms(units) or ask_about_names(units))


def cut_convention(text: str) -> str:
    """Leave out a bracket that tells how the whole list is to be read."""
    return _CONVENTION.sub("", text) if "牵头" in text else text


def _mend_districts(plain: str) -> str:
    """Give a district phrase its lost bracket back: 各乡镇）人民政府 -> 各乡（镇）人民政府."""
    whole = _NO_OPEN | _NO_CLOSE
    return _HALF_DISTRICT.sub(lambda found: whole[found[0].translate(_WIDE_BRACKETS)], plain)


def _name_levels(found: re.Match[str]) -> str:
    """Name the body of each level in full: 市、县财政局 -> 市财政局、县财政局."""
    levels = [*found["upper"].strip("、").split("、"), found["last"]]
    return "、".join(found["each"] + level + found["name"] for level in levels)


def _ask_about_brackets(plain: str) -> str:
    if any(SEAM.search(found[0][1:-1]) for found in _INSIDE.finditer(plain)):
        return f"“{plain}”括号里单位之间的分隔符似已丢失"
    rest = _INSIDE.sub("", plain)
    return f"“{plain}”中的括号不成对，单位名称可能不完整" if re.search(r"[（()）]", rest) else ""


def _split_outside(separator: re.Pattern[str], text: str) -> list[str]:
    """Split where the separator stands outside brackets."""
    if not _INSIDE.search(text):
        return [part for part in separator.split(text) if part]
    inside = {at for found in _INSIDE.finditer(text) for at in range(*found.span())}
    cuts = [found for found in separator.finditer(text) if found.start() not in inside]
    edges = [0, *(edge for found in cuts for edge in found.span()), len(text)]
    parts = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [part for part in parts if part]


def _find_pieces(run: str) -> tuple[list[str], str]:
    pieces: list[str] = []
    doubt = ""
    for item in _glue_districts(_split_outside(_ITEM, run)):
        for part in _split_outside(_AND, item):
            for name in (name for joint in split_joint_names(part) for name in _split_outside(SEAM, joint)):
                parts = _split_stems(name)
                doubt = doubt or (f"“{name}”之间的分隔符似已丢失，按{len(parts)}个单位读取" if len(parts) > 1 else "")
                pieces += parts
    return [name for piece in pieces if not NONE.fullmatch(name := _strip_duty(piece))], doubt


def split_joint_names(text: str) -> list[str]:
    """Part full names that follow each other without any sign, each with its place: 甲市住建局甲市财政局."""
    found = _PLACE.match(text)
    if found is None:
        return [text]
    seam = rf"{AFTER_END}(?<!总局)(?=(?:中共)?{re.escape(found['place'])}(?!分局)[\u4e00-\u9fff]{{2}})"
    return _split_outside(re.compile(seam), text)


def _glue_districts(items: list[str]) -> list[str]:
    """Join 市 to what follows it: 市、县（区）人民政府 is one phrase; but 各镇、街道、社区 are three."""
    glued: list[str] = []
    in_series = False  # 各镇、街道、社区
    for item in items:
        is_open = glued and _DISTRICT_ONLY.fullmatch(glued[-1]) is not None
        is_whole = in_series or not is_open or glued[-1][0] == "各"
        if is_open and (not is_whole or _BARE_GOVERNMENT.match(item)):
            glued[-1] += "、" + item
        else:
            glued.append(item)
        pattern = _PLACE_BELOW if in_series else _EVERY_PLACE
        in_series = pattern.fullmatch(item) is not None
    return glued


def _strip_duty(piece: str) -> str:
    return _BY.sub("", _DUTY.sub("", _MARK.sub("", piece)))


def _split_stems(name: str) -> list[str]:
    """Split names that run into each other without any sign: 生态环境市场监管城市管理局公安."""
    if ONE_OFFICE.fullmatch(name):
        return [name]
    parts = _split_outside(RUN_ON, name)
    if len(parts) > 1:
        return parts
    owner = OWNER.match(name)
    head = owner["owner"] if owner else ""
    tail = _ETC.search(name)
    rest, names = name[len(head) : tail.start() if tail else None], []
    shortest = 4
    while found := DEPARTMENT.match(rest):
        names.append(found[0])
        shortest = min(shortest, len(found["stem"] or found[0]))
        rest = rest[found.end() :]
    may_be_one = len(names) == 2 and shortest < 4 and _OFFICE_END.search(names[1])
    if rest or len(names) < 2 or may_be_one:
        return [name]
    return [head + names[0], *names[1:-1], names[-1] + (tail[0] if tail else "")]


def _share(pieces: list[str], owner: str) -> tuple[str, list[str]]:
    """Hand shared suffixes back and shared prefixes on; gives the prefix still in force, and the names."""
    names: list[str] = []
    for piece in share_endings([_ETC_BEHIND.sub("", piece) or piece for piece in pieces]):
        name = _ETC.sub("", piece) or piece
        found = OWNER.match(name) or OFFICE_OWNER.match(name)
        bare = name[found.end() :] if found else name
        if found and not DEPARTMENT.fullmatch(name):
            owner = owner if BRANCH_OF.search(name) else found["owner"]
        elif owner and PARTY_DEPARTMENT.fullmatch(bare) and names and _is_of_party(names[-1], owner, bare):
            name = f"{owner}委{name}"
        elif owner and _takes_owner(bare, owner):
            name = owner + name
        names.append(name)
    return owner, names


def _is_of_party(before: str, owner: str, name: str) -> bool:
    """Tell an office of the party by the one before it: 市委宣传部、网信办; 市纪委监委、组织部."""
    return before.startswith(f"{owner}委") or ("委" in before[:4] and OFFICE.fullmatch(name) is None)


def _takes_owner(name: str, owner: str) -> bool:
    if CENTRAL.match(name) or BRANCH.fullmatch(name):
        return False
    is_office = OFFICE.fullmatch(name) is not None and not _GROUP_OWNER.search(owner)
    return is_office or DEPARTMENT.fullmatch(name) is not None
