"""What the last of several places prints for all: 临汾、侯马经济开发区; 城东、城西街道办事处; 甲区、乙区住建局."""

from __future__ import annotations

import re

from wuye_cli.importing.fields.numerals import find_number
from wuye_cli.importing.fields.unit_words import CARRIER, DEPARTMENT, OWNER, STEM, WHOLE

_ZONE_WORD = (
    "(?:经济|技术|高新|产业|工业|科技|开发|经开|综合|综保|保税|物流|度假|旅游|示范|试验|合作|集聚|功能|管理|风景|名胜"
    "|生态|临港|临空)"
)
_GROUP = "(?!各|相关|有关|所辖|所在|属地|其[他它])"
_NO_KIND = "(?<![社小地辖片灌库校街景超市县区])"  # 小区, 片区, 超市
_BODY = "(?P<body>(?:人民)?政府|管委会|管理委员会|办(?:事处)?|党工?委|)"
_COUNTED = "两二三四五六七八九"  # 鼓楼、台江两区政府
# 洪洞经济开发区管委会, 荒湖管理区, 城西街道办, 仓山区政府, 青羊区住建局: its own words, the kind of place, its office
_LAST_PLACE = re.compile(
    rf"(?P<own>{_GROUP}(?!{_ZONE_WORD})[\u4e00-\u9fff]{{2,4}}?)(?P<count>[{_COUNTED}](?=[市县区旗镇乡])|)"
    rf"(?P<kind>{_ZONE_WORD}+(?:区|园区?)|新[区城]|街道|社区|[农林牧]场|镇|乡|{_NO_KIND}[市县区旗])"
    rf"(?P<office>(?<=[市县区旗])(?:{STEM})(?:局|委|部门)|){_BODY}"
)
_LAST_ZONE = re.compile(  # 经济、高新技术产业开发区; 高新、经开两区
    rf"{_ZONE_WORD}+?(?P<count>[{_COUNTED}](?=区)|)(?P<kind>开发区|区)(?P<office>){_BODY}"
)
_DISTRICT = re.compile(rf"{_GROUP}(?!{_ZONE_WORD})[\u4e00-\u9fff]{{1,4}}{_NO_KIND}[市县区旗]")  # 武侯区
_NO_PLACE = "(?<![省市县区旗乡镇道村居民户主校园场团军委投控者师员])(?<!新城)"
_PLACE = re.compile(rf"{_GROUP}(?!人大|政协|共青团|村)[\u4e00-\u9fff]{{2,4}}{_NO_PLACE}")
_ZONE_NAME = re.compile(f"{_ZONE_WORD}+")


def name_kinds(pieces: list[str]) -> list[str]:
    """Give each bare place the kind that it leaves to the last of its row, and each district the office."""
    out: list[str] = []
    for piece in pieces:
        place, zone = _LAST_PLACE.fullmatch(piece), _LAST_ZONE.fullmatch(piece)
        last, shape = (place, _PLACE) if place else (zone, _ZONE_NAME)
        if last:
            bare = _count_bare(out, shape, last)
            named = len(out) - bare
            out = [*out[:named], *(_hand_back(name, last) for name in out[named:])]
            out.append(_drop_count(piece, last, bare + 1))
        else:
            out.append(piece)
    return out


def _count_bare(names: list[str], shape: re.Pattern[str], last: re.Match[str]) -> int:
    """Count the names at the end that the last one tells what they are."""
    start = len(names)
    while start and (_is_bare(names[start - 1], shape) or _wants_office(names[start - 1], last)):
        start -= 1
    is_short = start and not last["body"] and _is_short(names[start - 1])
    return 0 if is_short else len(names) - start


def _wants_office(name: str, last: re.Match[str]) -> bool:
    return bool(last["office"]) and name.endswith(last["kind"]) and _DISTRICT.fullmatch(name) is not None


def _hand_back(name: str, last: re.Match[str]) -> str:
    return name.removesuffix(last["kind"]) + last["kind"] + last["office"]


def _drop_count(piece: str, last: re.Match[str], places: int) -> str:
    """Leave out how many places there are: 鼓楼、台江两区政府."""
    is_count = last["count"] and find_number(last["count"]) == places
    return piece.replace(last["count"] + last["kind"], last["kind"]) if is_count else piece


def _is_bare(name: str, shape: re.Pattern[str]) -> bool:
    is_known = WHOLE.fullmatch(name) or DEPARTMENT.fullmatch(name) or OWNER.match(name) or CARRIER.search(name)
    return is_known is None and shape.fullmatch(name) is not None


def _is_short(name: str) -> bool:
    """Tell a department in short (市发改, 财政), beside which an unknown word may well be another: 规资, 绿容."""
    owner = OWNER.match(name)
    is_department = DEPARTMENT.fullmatch(name[owner.end() if owner else 0 :]) is not None
    return is_department and WHOLE.fullmatch(name) is None
