"""Who issued a document, when, and under which number.

发布机构:某市人民政府办公室 成文日期:2024-11-25
某政办发〔2024〕12号
某市人民政府办公室 / 2024年11月25日
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.dates import find_dates, read_bare_date
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.fields.unit_lists import split_joint_names
from wuye_cli.importing.heading.lines import plain, read_foot, read_head, read_lines
from wuye_cli.importing.recognisers.claim import Claim

# 某政办发〔2021〕40号, alone on its line or behind 文号：
NUMBER = re.compile(
    r"(?:^|[文字]\s*号\s*[:：|]\s*)([一-鿿]{2,12}?)\s*[〔\[［【（(]\s*(20\d\d)\s*[〕\]］】）)]\s*第?\s*(\d{1,4})\s*号(?![)）》])"
)
ISSUER_LABEL = re.compile(r"(?:发布机构|发文机关|发文单位|制发机关)\s*[:：]\s*(\S+)")
RED_HEAD = re.compile(r"([一-鿿]{4,30}?)文件")
# Lines of nothing but names: 某省应急管理厅 某省发展和改革
NAMES = re.compile(r"[一-鿿（）()、 ]{4,}(?<!文件)")
MOST_NAME_LINES = 4
NOTICE = re.compile(r"^(?P<issuer>.*?)\s*+(?:印发|转发|发布)?\s*+关于.*的(?:通知|意见|公告|函)")
DATE_LABEL = re.compile(r"(?:成文日期|发文日期|印发日期)\s*[:：]\s*(\S+)")
ANY_LABEL_DATE = re.compile(r"日期\s*[:：]\s*(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = rf"(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{{2}})\s*年\s*{_COUNT}\s*月\s*{_COUNT}\s*日"
DATE_LINE = re.compile(DATE)
BRACKETED_DATE = re.compile(rf"[（(]\s*{DATE}(?:印发|发布)?\s*[）)]")  # （2025年2月28日） below the title
IMPRINT = re.compile(rf"(?P<issuer>[一-鿿]*)\s*(?P<date>{DATE})\s*印发")
DAMAGED_LINE = re.compile(r"20\d{3,6}")
SHORTEST_NAME = 4
OFFICE = re.compile(r"[一-鿿（）()、 ]{3,}(?:府|办公室|委员会|委|局|厅|部|院|室|小组|中心|会|办)")
THE_OFFICE = re.compile("办公[室厅]$")
DAMAGED = "成文日期“{}”缺字，可能是{}，请核对。"
FROM_IMPRINT = "没有找到成文日期，暂用印发日期{}，请核对。"


@dataclass(frozen=True, slots=True)
class Issue:
    """How a document was issued; `notice_title` is that of the notice which hands it on."""

    document_number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    notice_title: str = ""
    header_dates: tuple[date, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_issue(document: Document, claims: Sequence[Claim]) -> Issue:
    """Read number, issuer and date from the head, else from the signature; what only the imprint tells comes last."""
    head = read_head(document, claims)
    lines = tuple(read_lines(document))
    signed = _find_signed(head) or _find_signed(read_foot(document, claims))
    labelled = (_day(text) for line in head for text in ANY_LABEL_DATE.findall(line))
    header_dates = tuple(dict.fromkeys(day for day in labelled if day))
    issued_on, problems = _issued_on((*head, *signed), lines, header_dates)
    notice = _notice(head)
    return Issue(_number(head), _issuer(head, lines, notice, signed), issued_on, plain(notice), header_dates, problems)


def _number(head: Sequence[str]) -> str:
    found = next((match for line in head if (match := NUMBER.search(line))), None)
    return f"{found[1]}〔{found[2]}〕{found[3]}号" if found else ""


def _notice(head: Sequence[str]) -> str:
    """The title of the notice: from the issuers' names, or 关于, down to 的通知."""
    for at, line in enumerate(head):
        if "关于" not in line:
            continue
        start = at
        while start and NAMES.fullmatch(head[start - 1]) and at - start < MOST_NAME_LINES:
            start -= 1
        for end in range(at + 1, min(at + 4, len(head)) + 1):
            if NOTICE.match(text := _names_above(head[start:at]) + "".join(head[at:end])):
                return text
    return ""


def _names_above(lines: Sequence[str]) -> str:
    """Join lines of names; a line that ends a whole name parts it from the next."""
    return "".join(f"{line} " if OFFICE.fullmatch(line) else line for line in lines)


def _issuer(head: Sequence[str], lines: Sequence[str], notice: str, signed: Sequence[str]) -> str:
    candidates = (
        *(match[1] for line in head if (match := ISSUER_LABEL.search(line))),
        "、".join(_names(line) for line in signed[:-1]),
        *(match["issuer"] for match in [NOTICE.match(notice)] if match),
        *(match[1] for line in head[:3] if (match := RED_HEAD.fullmatch(plain(line)))),
        _imprint_issuer(lines),
    )
    offices = [_names(name) for name in candidates if OFFICE.fullmatch(name.strip())]
    return _spell_out(offices[0], offices[1:]) if offices else ""


def _spell_out(name: str, others: Iterable[str]) -> str:
    """Give the full name that another place prints of an office: 区政府办 -> 甲市乙区人民政府办公室."""
    return max([name, *(other for other in others if _abbreviates(name, other))], key=len)


def _abbreviates(name: str, other: str) -> bool:
    """Whether all signs of a name stand in another, in their order, up to the same last one; 市政府 is no 市政府办."""
    short, full = (THE_OFFICE.sub("办", words) for words in (name, other))
    signs = iter(full)
    return short[-1] == full[-1] and all(sign in signs for sign in short)


def _names(text: str) -> str:
    """Several issuers stand apart by spaces, or only by the place that opens each; spaces may stretch a single name."""
    words = [name for word in text.split() for name in split_joint_names(word)]
    return "、".join(words) if all(len(word) >= SHORTEST_NAME for word in words) else plain(text)


def _find_signed(lines: Sequence[str]) -> tuple[str, ...]:
    """Give the signature: the office, or offices, right above a date, and the date."""
    for at, line in enumerate(lines):
        if not DATE_LINE.fullmatch(line) and not DAMAGED_LINE.fullmatch(line):
            continue
        first = at
        while first and OFFICE.fullmatch(lines[first - 1]):
            first -= 1
        if first < at:
            return tuple(lines[first : at + 1])
    return ()


def _imprints(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines):
        if found := IMPRINT.fullmatch(line):
            yield found["issuer"] or (lines[at - 1] if at else ""), found["date"]


def _imprint_issuer(lines: Sequence[str]) -> str:
    return next((issuer for issuer, _ in _imprints(lines)), "")


def _issued_on(
    head: Sequence[str], lines: Sequence[str], header_dates: tuple[date, ...]
) -> tuple[date | None, tuple[Problem, ...]]:
    labelled = (match[1] for line in head if (match := DATE_LABEL.search(line)))
    signed = (line for line in head if DATE_LINE.fullmatch(line))
    bracketed = (line for line in head if BRACKETED_DATE.fullmatch(line))
    for text in (*labelled, *signed, *bracketed):
        if day := _day(text):
            return day, ()
    for line in head:
        if DAMAGED_LINE.fullmatch(line):
            return _damaged(line, header_dates)
    for _, text in _imprints(lines):
        if day := _day(text):
            return day, (Problem("issue-date-from-imprint", "issued_on", FROM_IMPRINT.format(day)),)
    return None, ()


def _damaged(digits: str, header_dates: tuple[date, ...]) -> tuple[date | None, tuple[Problem, ...]]:
    days = read_bare_date(digits, header_dates)
    if len(days) == 1 and days[0] in header_dates:
        return days[0], ()
    words = "或".join(map(str, days)) or "无法辨认的日期"
    problem = Problem("issue-date-damaged", "issued_on", DAMAGED.format(digits, words))
    return (days[0] if len(days) == 1 else None), (problem,)


def _day(text: str) -> date | None:
    found = find_dates(to_plain(text), None)
    return found[0].on if found else None
