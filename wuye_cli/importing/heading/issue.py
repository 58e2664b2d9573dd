"""Who issued a document, when, and under which number.

发布机构:某市人民政府办公室 成文日期:2024-11-25
某政办发〔2024〕12号
某市人民政府办公室 / 2024年11月25日
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wuye_cli.importing.document import Document
from wuye_cli.importing.draft import Problem
from wuye_cli.importing.fields.dates import find_dates, read_bare_date
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.heading.lines import plain, read_head, read_lines

# 某政办发〔2021〕40号, alone on its line or behind 文号：
NUMBER = re.compile(
    r"(?:^|[文字]\s*号\s*[:：]\s*)([一-鿿]{2,12}?)\s*[〔\[［【（(]\s*(20\d\d)\s*[〕\]］】）)]\s*第?\s*(\d{1,4})\s*号(?![)）》])"
)
ISSUER_LABEL = re.compile(r"(?:发布机构|发文机关|发文单位|制发机关)\s*[:：]\s*(\S+)")
RED_HEAD = re.compile(r"([一-鿿]{4,30}?)文件")
NOTICE = re.compile(r"^(?P<issuer>.*?)\s*关于.*的(?:通知|意见|公告|函)")
DATE_LABEL = re.compile(r"(?:成文日期|发文日期|印发日期)\s*[:：]\s*(\S+)")
ANY_LABEL_DATE = re.compile(r"日期\s*[:：]\s*(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = rf"(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{{2}})\s*年\s*{_COUNT}\s*月\s*{_COUNT}\s*日"
DATE_LINE = re.compile(DATE)
IMPRINT = re.compile(rf"(?P<issuer>[一-鿿]*)\s*(?P<date>{DATE})\s*印发")
DAMAGED_LINE = re.compile(r"20\d{3,6}")
OFFICE = re.compile(r"[一-鿿（）()、 ]{3,}(?:府|办公室|委员会|委|局|厅|部|院|小组|中心|会|办)")
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


def read_issue(document: Document) -> Issue:
    """Read number, issuer and date from the head; what only the imprint tells comes last."""
    head = read_head(document)
    lines = tuple(read_lines(document))
    labelled = (_day(text) for line in head for text in ANY_LABEL_DATE.findall(line))
    header_dates = tuple(dict.fromkeys(day for day in labelled if day))
    issued_on, problems = _issued_on(head, lines, header_dates)
    notice = _notice(head)
    return Issue(_number(head), _issuer(head, lines, notice), issued_on, notice, header_dates, problems)


def _number(head: Sequence[str]) -> str:
    found = next((match for line in head if (match := NUMBER.search(line))), None)
    return f"{found[1]}〔{found[2]}〕{found[3]}号" if found else ""


def _notice(head: Sequence[str]) -> str:
    """The title of the notice: from the issuer's name, or 关于, down to 的通知."""
    for at, line in enumerate(head):
        if "关于" not in line:
            continue
        above = head[at - 1] if at and line.startswith("关于") and OFFICE.fullmatch(head[at - 1]) else ""
        for end in range(at + 1, min(at + 4, len(head)) + 1):
            text = above + "".join(head[at:end])
            if NOTICE.match(text):
                return plain(text)
    return ""


def _issuer(head: Sequence[str], lines: Sequence[str], notice: str) -> str:
    candidates = (
        *(match[1] for line in head if (match := ISSUER_LABEL.search(line))),
        *(match["issuer"] for match in [NOTICE.match(notice)] if match),
        *(match[1] for line in head[:3] if (match := RED_HEAD.fullmatch(plain(line)))),
        _signature(head),
        _imprint_issuer(lines),
    )
    return next((plain(name) for name in candidates if OFFICE.fullmatch(name)), "")


def _signature(head: Sequence[str]) -> str:
    """The office, or offices, right above the date."""
    at = next((at for at, line in enumerate(head) if DATE_LINE.fullmatch(line) or DAMAGED_LINE.fullmatch(line)), 0)
    names: list[str] = []
    for line in reversed(head[:at]):
        if not OFFICE.fullmatch(line):
            break
        names.insert(0, "、".join(line.split()))
    return "、".join(names)


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
    for text in (*labelled, *signed):
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
