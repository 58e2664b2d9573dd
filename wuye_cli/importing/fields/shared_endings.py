"""Endings that the last of several names prints for all: 联通、移动、电信公司; 鼓楼、台江区政府.

An ending is only handed to a name that can take it: that of a government to places, that of a company to no department.
"""

from __future__ import annotations

import re

from wuye_cli.importing.fields.unit_words import DEPARTMENT, OWNER, SHARED_SUFFIX, WHOLE

_OPEN = ("各", "级", "直", "成员", "其他", "其它")  # 县级各部门, 市直单位 name no department whose ending others share
_GOVERNMENTS = frozenset({"人民政府", "政府", "管委会", "党委", "管理办"})
_RULE_A_PLACE = frozenset({"人民政府", "政府", "管委会"})
_DEPARTMENTS = frozenset({"部门", "单位", "机构", "党委"})  # endings that a department may take
_SELLERS = frozenset({"电力", "广电", "邮政", "供销", "能源", "粮食"})  # departments by that word, or companies
_ASIDE = re.compile(r"(?<=.)[（(][^（()）]*[）)]$")  # 市数据局（市人工智能局）
_DISTRICT_END = re.compile(r"(?:[省市县区旗乡镇园）)]|街道)$")
_ONE_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,}[市县区旗乡镇]")  # 仓山区: 鼓楼 beside it is 鼓楼区
_ZONE = re.compile(  # 高新区, 各开发区, 产业园; but 南海区 has a government
    r".*(?:(?:高新|经开|开发|保税|综保|示范|度假|产业|试验|经济|工业|科技|物流|合作|管理|功能|风景|名胜|新|新城|港)区|园区?)"
)
# 市电信, 州联通, 株洲移动: whose branch it is, which the carriers beside it share
_CARRIER = re.compile(
    "移动|联通|电信|铁塔|广电|电力|供电|供水|自来水|水务|燃气|天然气|热力|供热|邮政|通信|公交|烟草|石油|石化|盐业|人保|人寿"
)
_BRANCH = re.compile(rf"(?!国网)(?P<owner>[\u4e00-\u9fff]{{1,5}}?)?(?:{_CARRIER.pattern})")
LONGEST_PLACE = 4  # 鼓楼, 石景山: a place without its ending; what is longer is a name of its own


def share_endings(pieces: list[str]) -> list[str]:
    """Give each name the ending that it leaves to the last of its row."""
    out: list[str] = []
    for piece in pieces:
        found = SHARED_SUFFIX.search(piece)
        bare = _count_bare(out, piece, found["suffix"]) if found and not piece[: found.start()].endswith(_OPEN) else 0
        if found and bare:
            out = _distribute(out, bare, piece, found)
        else:
            out.append(piece)
    return out


def _count_bare(names: list[str], piece: str, suffix: str) -> int:
    """Count the names at the end that print no ending of their own and take that of `piece`, their last.

    An ending is shared within one owner: 市发改、财政、各县住建、发改部门 are 市发改 市财政 and two of each county.
    """
    mine, count = _owner_of(piece), 0
    for at, name in enumerate(reversed(names)):
        its = _owner_of(name)
        if _needs_no_ending(name, its, suffix):
            return at
        if its and mine and its != mine:
            return count
        if its and not mine:
            return at + 1
        count = at + 1 if its else count
    return len(names)


def _owner_of(name: str) -> str:
    found = OWNER.match(name)
    return found["owner"] if found else ""


def _needs_no_ending(name: str, owner: str, suffix: str) -> bool:
    """Tell a name that takes no such ending: a district none of a department, a department none of a company."""
    bare = _ASIDE.sub("", name)
    is_district = _DISTRICT_END.search(bare) is not None
    if suffix == "管委会" and is_district:
        return _ZONE.fullmatch(bare) is None
    if WHOLE.fullmatch(bare) or (is_district and suffix not in _GOVERNMENTS):
        return True
    if suffix in _RULE_A_PLACE and not is_district and len(bare) > LONGEST_PLACE:
        return True
    stem = name.removeprefix(owner)
    return suffix not in _DEPARTMENTS and stem not in _SELLERS and DEPARTMENT.fullmatch(stem) is not None


def _distribute(names: list[str], bare: int, piece: str, found: re.Match[str]) -> list[str]:
    """Give the last name's ending to the `bare` names before it, or keep an open list as the one phrase it is."""
    last = piece[: found.start()]
    kind = last[-1:] if found["suffix"] in _RULE_A_PLACE and _ONE_DISTRICT.fullmatch(last) else ""
    sharing = [*(name if _DISTRICT_END.search(name) else name + kind for name in names[-bare:]), last]
    if found["etc"] and found["suffix"] == "企业":
        return [*names[:-bare], "、".join([*names[-bare:], piece])]
    return [*names[:-bare], *(name + found["suffix"] for name in _share_owner(sharing))]


def _share_owner(names: list[str]) -> list[str]:
    """Hand the place of the first carrier to the others: 市电信、移动 -> 市电信、市移动."""
    first = _BRANCH.fullmatch(names[0])
    owner = first["owner"] if first else None
    return [owner + name if owner and _CARRIER.fullmatch(name) else name for name in names]
