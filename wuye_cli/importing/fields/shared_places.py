"""The kind of place that the last of several places prints for all: 临汾、侯马经济开发区; 城东、城西街道办事处."""

from __future__ import annotations

import re

from wuye_cli.importing.fields.unit_words import CARRIER, DEPARTMENT, OWNER, STEM, WHOLE

_ZONE_WORD = (
    "(?:经济|技术|高新|产业|工业|科技|开发|经开|综合|综保|保税|物流|度假|旅游|示范|试验|合作|集聚|功能|管理|风景|名胜"
    "|生态|临港|临空)"
)
_GROUP = "(?!各|相关|有关|所辖|所在|属地|其[他它])"
_NO_KIND = "(?<![社小地辖片灌库校街景超市县区])"  # 小区, 片区, 超市
_BODY = "(?P<body>(?:人民)?政府|管委会|管理委员会|办(?:事处)?|党工?委|)"
# 洪洞经济开发区管委会, 荒湖管理区, 城西街道办, 仓山区政府, 青羊区住建局: its own words, the kind of place, its office
_LAST_PLACE = re.compile(
    rf"{_GROUP}(?!{_ZONE_WORD})[\u4e00-\u9fff]{{2,4}}?"
    rf"(?P<kind>{_ZONE_WORD}+(?:区|园区?)|新[区城]|街道|社区|[农林牧]场|镇|乡|{_NO_KIND}[市县区旗](?:(?:{STEM})(?:局|委|部门))?){_BODY}"
)
_LAST_ZONE = re.compile(rf"{_ZONE_WORD}+?(?P<kind>开发区|区){_BODY}")  # 经济、高新技术产业开发区; 高新、经开区
_NO_PLACE = "(?<![省市县区旗乡镇道村居民户主校园场团军委投控者师员])(?<!新城)"
_PLACE = re.compile(rf"{_GROUP}(?!人大|政协|共青团|村)[\u4e00-\u9fff]{{2,4}}{_NO_PLACE}")
_ZONE_NAME = re.compile(f"{_ZONE_WORD}+")


def name_kinds(pieces: list[str]) -> list[str]:
    """Give each bare place the kind that it leaves to the last of its row."""
    out: list[str] = []
    for piece in pieces:
        if place := _LAST_PLACE.fullmatch(piece):
            out = _hand_back(out, _PLACE, place)
        elif zone := _LAST_ZONE.fullmatch(piece):
            out = _hand_back(out, _ZONE_NAME, zone)
        out.append(piece)
    return out


def _hand_back(names: list[str], shape: re.Pattern[str], last: re.Match[str]) -> list[str]:
    start = len(names)
    while start and _is_bare(names[start - 1], shape):
        start -= 1
    if start and not last["body"] and _is_short(names[start - 1]):
        return names
    return [*names[:start], *(name + last["kind"] for name in names[start:])]


def _is_bare(name: str, shape: re.Pattern[str]) -> bool:
    is_known = WHOLE.fullmatch(name) or DEPARTMENT.fullmatch(name) or OWNER.match(name) or CARRIER.search(name)
    return is_known is None and shape.fullmatch(name) is not None


def _is_short(name: str) -> bool:
    """Tell a department in short (市发改, 财政), beside which an unknown word may well be another: 规资, 绿容."""
    owner = OWNER.match(name)
    is_department = DEPARTMENT.fullmatch(name[owner.end() if owner else 0 :]) is not None
    return is_department and WHOLE.fullmatch(name) is None
