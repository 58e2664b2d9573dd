"""Single dates as plans print them; a period stands for its last day.

10月底前  2025年10月  6月30日  年底  上半年  三季度末  3月上旬  月中  2025-06-30
20256  202512  2024115 (characters lost in extraction)
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wuye_cli.importing.fields.numerals import find_number

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# 2025年, 二〇二五年; the 年 may be lost before 底 or a month: 2025底, 202512月
_PRINTED_YEAR = r"(?<!\d)(?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2}"
_YEAR = rf"(?P<year>{_PRINTED_YEAR})(?:年度?|(?=[底末])|(?=(?:1[0-2]|0?[1-9])月))"
_RELATIVE = r"(?P<relative>今年|本年度?|当年|明年|次年|翌年)"
_MONTH = (  # 4月, 4月15日, 4月上旬, and 2025年4底前 that lost its 月
    rf"(?P<month>(?:(?<![\d一二三四五六七八九十.])|(?<=20\d\d)){_NUM})(?:月(?:份)?|(?=底(?:前|，)))"
    rf"(?:(?P<day>{_NUM})(?:[日号]|(?=[前、，,。；;]|之前|以前|$))"
    r"|(?P<part>上旬|中旬|下旬|月?底|月?末|初|中(?=[^国央心小大等期间层]|$)))?"
)
_QUARTER = r"第?(?P<quarter>[一二三四1-4])季度(?P<quarter_part>末|底|初)?"
_SPAN = (  # 年底, 上半年, and 2025底 that lost its 年
    r"(?P<span>上半年|下半年|年底|年末|年终|岁末|年中|(?<![\d一二两三四五六七八九十])年度?内|(?<=20\d\d)底"
    r"|(?<![\u4e00-\u9fff])(?:底(?=前|之前|以前|[，,、。；;]|$)|末(?=前|之前|以前|$)))"  # but 摸底，到底，周末前
)
_ISO = (
    r"(?P<iso_year>(?<!\d)20\d{2})[-/.](?P<iso_month>0?[1-9]|1[0-2])"
    r"(?:[-/.](?P<iso_day>0?[1-9]|[12]\d|3[01]))?(?![\d.%％])(?!年|个|万|亿)"
)
_PLAN_END = r"“?(?P<plan>十[三四五]五)”?(?:规划)?(?:时期|期间)?末期?"  # “十四五”末
# 2025建成站点, 到2025覆盖率达到: a year, as no counter follows
_LOST_YEAR = (
    r"(?:(?<=[到至])|(?<![^。；;\n]))20[2-4]\d(?=[一-鿿])"
    r"(?![个家项次名人户台辆套条类件处座所场期批支份篇部亩吨米万亿元千百年月])"
)
# 2027年, and 到2027， that lost its 年
_ONLY_YEAR = rf"(?P<only_year>{_PRINTED_YEAR})(?:年(?!代)度?|(?<=[到至]20\d\d)(?=[，,]))|(?P<lost_year>{_LOST_YEAR})"
_BEGINS = r"(?=[\d一二三四五六七八九十今本当明次翌的第上下年岁底末“])"  # what no date begins with is passed at once
DATE = re.compile(
    rf"{_BEGINS}(?:{_ISO}|(?:{_YEAR}|{_RELATIVE})?(?:的)?(?:{_MONTH}|{_QUARTER}|{_SPAN})|{_ONLY_YEAR}|{_PLAN_END})"
)
_SPAN_ENDS = {"上半年": (6, 30), "年中": (6, 30)}
_SHIFTS = {"明年": 1, "次年": 1, "翌年": 1}
_PLAN_YEARS = {"十三五": 2020, "十四五": 2025, "十五五": 2030}
_PART_DAYS = {"上旬": 10, "中旬": 20, "中": 15, "初": 10}

_OF_THINGS = re.compile(
    r"[^，。；,;]{0,16}(?:建成|竣工|交付|取得|投入|登记|成立|到期|备案|签订|出台|印发|发布|实施)[^，。；,;]{0,8}的"
)  # 2000年底前建成的小区
_SINCE = re.compile("[底末初]?(?:以来|至今)")  # 2023年以来
_INSIDE_STEP = re.compile(r"(?:[前内][，,])?[^，,。；;、：:\d]{2,}")
_SEMICOLON = re.compile("[；;]")
_COMPARED = re.compile("(?:较|(?<!占)(?<!百分)比|同比|相比|相较于?)$")  # 较2023年下降10%

_BARE = re.compile(r"(20\d{2})(\d{1,4})")  # 20256, 202512, 2024115, 20250630: 年 and 月 lost


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: `on` is None where no year is known; `year_printed` tells whether the words say it."""

    start: int
    end: int
    on: date | None
    year_printed: bool
    is_whole_year: bool = False


def find_dates(text: str, year: int | None) -> tuple[PrintedDate, ...]:
    """Find all dates of a plain text; one without a year takes that of the date before it, else `year`."""
    found: list[PrintedDate] = []
    for match in DATE.finditer(text):
        carried = _find_lent_year(text, found, match) if found else None
        dated = _read_date(match, carried, year)
        if dated is not None:
            found.append(dated)
    return tuple(_look_ahead(text, found) if any(item.on is None for item in found) else found)


def is_of_things(text: str, item: PrintedDate) -> bool:
    """Tell a date that only describes things: 2000年以前建成的小区."""
    return _OF_THINGS.match(text, item.end) is not None


def _find_lent_year(text: str, found: list[PrintedDate], match: re.Match[str]) -> int | None:
    """Give the year that the date before lends; since when, of what and against when a thing is told lends none.

    Behind a ；, or a month, only what is later is of that year: 到2027年…；6月底前…, 2025年12月发现的问题，3月底前….
    """
    tellers = (item for at, item in reversed(list(enumerate(found))) if not _names_thing(text, found, at))
    lender = next((item for item in tellers if not _tells_past(text, item)), None)
    if lender is None or lender.on is None or not lender.year_printed:
        return None
    holds_all = "月" not in text[lender.start : lender.end] and not _SEMICOLON.search(text, lender.end, match.start())
    return lender.on.year if holds_all or _find_end(match)[0] >= lender.on.month else None


def _names_thing(text: str, found: list[PrintedDate], at: int) -> bool:
    """Tell the date of a thing inside a dated step: 3月底前上报[2010年]四季度季报."""
    return at > 0 and _INSIDE_STEP.fullmatch(text, found[at - 1].end, found[at].start) is not None


def _look_ahead(text: str, found: list[PrintedDate]) -> Iterator[PrintedDate]:
    """Date what stands before a printed year in a later month: [2024年]11月底前发放，2025年3月底前清算."""
    for place, item in enumerate(found):
        printed = next((later.on for later in found[place:] if later.year_printed), None)
        match = DATE.match(text, item.start) if printed and item.on is None else None
        dated = _read_date(match, None, printed.year - 1) if match and printed else None
        is_earlier = dated and dated.on and printed and dated.on.month > printed.month
        yield dated if dated and is_earlier else item


def _tells_past(text: str, item: PrintedDate) -> bool:
    if not item.year_printed:
        return False
    behind = _SINCE.match(text, item.end) or is_of_things(text, item)
    return bool(behind or _COMPARED.search(text, 0, item.start))


def _read_date(match: re.Match[str], carried: int | None, year: int | None) -> PrintedDate | None:
    printed = _find_printed_year(match, year)
    known = printed or carried or year
    month, day = _find_end(match)
    if not 1 <= month <= 12:
        return None
    on = _day_of(known, month, day) if known else None
    if known and on is None:
        return None
    whole = match["only_year"] is not None or match["lost_year"] is not None
    return PrintedDate(match.start(), match.end(), on, bool(printed or carried), whole)


def _find_printed_year(match: re.Match[str], year: int | None) -> int | None:
    words = match["iso_year"] or match["year"] or match["only_year"] or match["lost_year"]
    if words:
        return find_number(words)
    if match["plan"]:
        return _PLAN_YEARS[match["plan"]]
    if match["relative"] and year:
        return year + _SHIFTS.get(match["relative"], 0)
    return None


def _find_end(match: re.Match[str]) -> tuple[int, int]:
    """Give month and day; day 0 is the last of the month."""
    if match["iso_month"]:
        return int(match["iso_month"]), int(match["iso_day"] or 0)
    if match["month"]:
        day = find_number(match["day"]) if match["day"] else _PART_DAYS.get(match["part"] or "", 0)
        return find_number(match["month"]) or 0, day or 0
    if match["quarter"]:
        return 3 * (find_number(match["quarter"]) or 0), 0
    return _SPAN_ENDS.get(match["span"] or "", (12, 31))


def _day_of(year: int, month: int, day: int) -> date | None:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None


def read_bare_date(digits: str, header_dates: tuple[date, ...] = ()) -> tuple[date, ...]:
    """Give every date that digits without 年 and 月 can mean, most likely first: one where they are clear.

    A date of the document's header that contains the digits after the year in their order decides (2024115 beside
    2024-11-25).
    """
    found = _BARE.fullmatch(digits)
    if found is None:
        return ()
    year, rest = int(found[1]), found[2]
    for known in header_dates:
        if known.year == year and _is_within(rest, f"{known.month}{known.day}"):
            return (known,)
    return tuple(on for month, day in _cuts(rest) if (on := _valid(year, month, day)))


def _is_within(part: str, whole: str) -> bool:
    signs = iter(whole)
    return all(sign in signs for sign in part)


def _cuts(rest: str) -> list[tuple[int, int]]:
    """Cut digits into month and day; day 0 is the last of the month. A day keeps no zero that its month lost."""
    if len(rest) <= 2 and 1 <= int(rest) <= 12:
        return [(int(rest), 0)]
    cuts = [(rest[:cut], rest[cut:]) for cut in (2, 1) if len(rest) > cut]
    return [(int(month), int(day)) for month, day in cuts if len(month) == 2 or not day.startswith("0")]


def _valid(year: int, month: int, day: int) -> date | None:
    return _day_of(year, month, day) if 1 <= month <= 12 else None
