"""Endings that the last of several names prints for all: 联通、移动、电信公司; 鼓楼、台江区政府.

An ending is only handed to a name that can take it: that of a government to places, that of a company to no department.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from wuye_cli.importing.fields.shared_places import name_kinds
from wuye_cli.importing.fields.unit_words import CARRIER, DEPARTMENT, OWNER, SHARED_SUFFIX, WHOLE

_OPEN = ("各", "级", "直", "成员", "其他", "其它")  # 县级各部门, 市直单位 name no department whose ending others share
_GOVERNMENTS = frozenset({"人民政府", "政府", "管委会", "管理委员会", "党委", "党工委", "管理办", "办事处", "办"})
_RULE_A_PLACE = frozenset({"人民政府", "政府", "管委会", "管理委员会"})
# 各县（区）党委、政府; 高新区党工委、管委会; 各县（市、区）委、人民政府: the place is printed once
_PARTY = re.compile(
    r"(?:中共)?(?:(?P<place>.+)党(?:工|[（(]工[）)])?委|(?P<seat>(?!团|共青团).*[省市县区旗州盟乡镇）)])委(?:办|办公室)?)"
)
_BESIDE_PARTY = re.compile("(?:(?:人民)?政府(?:[（(](?:街道)?办事处[）)]|办|办公室)?|管委会|管理委员会|办事处)$")
# 公安、税务、市场监管分局; but 区发改 beside them has none
_HAVE_BRANCHES = {
    "分局": re.compile("公安|税务|工商|市场监督?管理?|生态环境|环保|国土|(?:自然|规划|国土)资源(?:和规划)?"),
    "分公司": re.compile("(?:中国|中|[省市州县区])?(?:移动|联通|电信|铁塔|广电|石油|石化|人保|人寿)"),
}
_COUNTY_ZONES = ("浦东新区", "滨海新区")  # they have governments
_COUNCIL = ("人大", "政协")  # beside a government, and no places
_DEPARTMENTS = frozenset({"部门", "单位", "机构", "党委"})  # endings that a department may take
_SELLERS = frozenset({"电力", "广电", "邮政", "供销", "能源", "粮食"})  # departments by that word, or companies
_WATER = re.compile(r"(?:[\u4e00-\u9fff]{0,4}[市县区旗])?水务")  # 县水务、燃气公司: an office or a company
_UTILITY = re.compile(r"(?:[\u4e00-\u9fff]{0,4}[市县区旗])?(?:燃气|天然气|热力|供热|供电|供水|自来水|排水)公司")
_ASIDE = re.compile(r"(?<=.)[（(][^（()）]*[）)]$")  # 市数据局（市人工智能局）
_DISTRICT_END = re.compile(r"(?:[省市县区旗乡镇园）)]|街道)$")
_STREET = re.compile(r"(?!各|相关|有关)[\u4e00-\u9fff]+街道")
_ZONE = re.compile(  # 高新区, 各开发区, 产业园; but 南海区 has a government
    r".*(?:(?:高新|经开|开发|保税|综保|示范|度假|产业|试验|经济|工业|科技|物流|合作|管理|功能|风景|名胜|新|新城|港)区|园区?)"
)
# 市电信, 州联通, 株洲移动: whose branch it is, which the carriers beside it share
_BRANCH = re.compile(rf"(?!国网)(?P<owner>[\u4e00-\u9fff]{{1,5}}?)?(?:{CARRIER.pattern})")
# 美团、饿了么等平台企业 names two firms, 水、电、气等公用企业 kinds of firms, and of other words nobody can tell
_OF_FIRMS = re.compile(r"(?P<last>[^（()）、]+?)等(?:企业|[^（()）、]{1,8}(?:企业|公司|平台))")
_FIRM = re.compile(
    "(?:中国|[\u4e00-\u9fff]{0,4}[省市县区旗州])?(?:美团|饿了么|滴滴|高德|哈啰|青桔|淘宝|天猫|京东|拼多多|抖音|快手|阿里(?:巴巴)?|百度|腾讯|华为|顺丰|圆通|中通|申通|韵达|极兔|菜鸟"
    "|中石油|中石化|中海油|国网|南网|华能|华电|大唐|国家能源|中粮|中储粮|移动|联通|电信|铁塔|携程|曹操)"
)
_KIND_OF_FIRM = re.compile(
    "[水电气热]|(?:供|排|污)[水电气热]+|.*(?:燃气|热力|自来水|电力|通信|广电|物业|快递|外卖|餐饮|住宿|物流|运输|客运|货运|公交|出租|网约车"
    "|矿山?|化工|危化品?|石油|石化|银行|保险|金融|旅游|商超|建筑|施工|制造|加工|钢铁|水泥|有色|建材|医药|食品|电商|零售|养殖|种植|环保|水务|邮政)"
)
LONGEST_PLACE = 4  # 鼓楼, 石景山: a place without its ending; what is longer is a name of its own


def share_endings(pieces: list[str]) -> list[str]:
    """Give each name the ending that it leaves to the last of its row."""
    out: list[str] = []
    row = 1  # how many names share the ending of the last
    for piece in name_kinds(pieces):
        if firms := _OF_FIRMS.fullmatch(piece):
            out = _name_firms(out, piece, firms["last"])
            continue
        if beside := _name_beside_party(out[-row:], piece):
            out += beside
            continue
        found = SHARED_SUFFIX.search(piece)
        bare = _count_bare(out, piece, found["suffix"]) if found and not piece[: found.start()].endswith(_OPEN) else 0
        if found and bare:
            out = _distribute(out, bare, piece, found)
            row = bare + 1
        else:
            out.append(piece)
            row = 1
    return out


def _name_beside_party(names: list[str], piece: str) -> list[str]:
    """Give the government the place that the party committee before it prints: 各县党委、政府, 甲区委、区政府."""
    body = _BESIDE_PARTY.search(piece)
    if body is None:
        return []
    parties = (_PARTY.fullmatch(name) for name in names if "委" in name)
    places = [party["place"] or party["seat"] for party in parties if party]
    return [place + body[0] for place in places if place.endswith(piece[: body.start()])]


def ask_about_firms(names: Sequence[str]) -> str:
    """Ask whether the words before 等…企业 name firms or kinds of them, and whether 水务 beside a utility is one."""
    for name, below in pairwise([*names, ""]):
        if _WATER.fullmatch(name) and _UTILITY.fullmatch(below):
            return f"“{name}”是部门还是公司无法确定，按部门读取"
        found = _OF_FIRMS.fullmatch(name.rpartition("、")[2]) if "等" in name else None
        kinds = name.partition("等")[0].split("、")
        if found and "、" in name and not all(map(_KIND_OF_FIRM.fullmatch, kinds)):
            return f"“{name}”列举的是企业名称还是企业类别无法确定，按一个单位读取"
    return ""


def _name_firms(names: list[str], piece: str, last: str) -> list[str]:
    """Name the firms that an open list gives as examples; of anything else the list is the one phrase it is."""
    bare = _count_bare(names, piece, "企业")
    listed = [*names[len(names) - bare :], last]
    if all(map(_FIRM.fullmatch, listed)):
        return [*names[: len(names) - bare], *_share_owner(listed)]
    return [*names[: len(names) - bare], "、".join([*listed[:-1], piece])]


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
    if suffix in ("办事处", "办") or bare.endswith("街道"):
        return not (suffix in ("办事处", "办", "党工委") and _STREET.fullmatch(bare))
    if suffix in ("管委会", "管理委员会", "党工委") and is_district:
        return _ZONE.fullmatch(bare) is None
    if branch := next((branch for branch in _HAVE_BRANCHES if suffix.endswith(branch)), ""):
        return _HAVE_BRANCHES[branch].fullmatch(name.removeprefix(owner)) is None
    is_whole = WHOLE.fullmatch(bare) is not None and not bare.endswith(_COUNTY_ZONES)
    if is_whole or bare.endswith(_COUNCIL) or (is_district and suffix not in _GOVERNMENTS):
        return True
    if suffix in _RULE_A_PLACE and not is_district and len(bare) > LONGEST_PLACE:
        return True
    stem = name.removeprefix(owner)
    return suffix not in _DEPARTMENTS and stem not in _SELLERS and DEPARTMENT.fullmatch(stem) is not None


def _distribute(names: list[str], bare: int, piece: str, found: re.Match[str]) -> list[str]:
    """Give the last name's ending to the `bare` names before it, or keep an open list as the one phrase it is."""
    sharing = [*names[-bare:], piece[: found.start()]]
    return [*names[:-bare], *(name + found["suffix"] for name in _share_owner(sharing))]


def _share_owner(names: list[str]) -> list[str]:
    """Hand the place of the first carrier to the others: 市电信、移动 -> 市电信、市移动."""
    first = _BRANCH.fullmatch(names[0])
    owner = first["owner"] if first else None
    return [owner + name if owner and CARRIER.fullmatch(name) else name for name in names]
