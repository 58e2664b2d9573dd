"""The numbers a task has to reach: indicator, comparison, value, unit, by-date, scope.

    到2026年底覆盖率达到80%以上        每个街道至少开展2次培训        打造示范小区50个、规范小区100个
    2025年底完成9个试点（东城2个、西城3个、南县4个）

A by-date is one that the target's own words print; a dated horizon (到2027年，…) holds to the end of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from wuye_cli.importing.draft import DraftTarget, Problem
from wuye_cli.importing.fields.dated_sentences import Sentence
from wuye_cli.importing.fields.deadlines import find_due_ends, spell_out_lists
from wuye_cli.importing.fields.dealing import deal_out
from wuye_cli.importing.fields.numerals import spell_out_percent, to_plain
from wuye_cli.importing.fields.quantities import Quantity, find_quantities
from wuye_cli.importing.fields.quotas import check_sums, find_split, is_split_by, share_totals
from wuye_cli.importing.fields.target_words import (
    CLAUSE_MARKS,
    find_clause,
    find_indicator,
    find_own_words,
    find_scope,
)

# without its number (2、新建…); no sentence is longer, a longer line is no prose
_SENTENCE = re.compile(r"(?:\d{1,2}[、.．](?!\d)|[①-⑳])?([^。！\n]{1,1000}[。！\n]?)")
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百]|全覆盖")  # a sentence without any of these sets no figure
_DEALT_YEARS = re.compile(r"(?<!\d)(20\d\d)年?[-—–－~～至到]{1,2}(20\d\d)(?=年[^。；;\d]{0,24}分别)")
# 2025年、2026年各2500户, 分别建成2个: the same in each year
_EACH_YEAR = re.compile(
    r"((?:20\d\d年底?前?[、和及])+)(20\d\d年底?前?)(?:均|各(?![县区市镇乡村级地]|街道|社区|单位|部门)"
    r"|分别(?=[^，,。；;、\d]*\d[\d.]*[^，,。；;、\d]*(?:[，,。；;]|$)))"
    r"(?P<words>[^，,。；;：:、\d]{0,8}\d[^，,。；;：:、]*)"
)
_EACH = re.compile("年底?前?(?:各|均|分别)")
_TWO_YEARS = re.compile(r"今明两年|今年[、和]明年(?=[^。；;\d]{0,24}分别)")
# 提速至“最多60天” prints a figure, “15分钟”生活圈 a name
_QUOTED_FIGURE = re.compile(r"(?<=[至到为])“[^“”\d]{0,4}\d[^“”]{1,8}”|“(?:最多|至多|最长|不超过)\d[^“”]{1,8}”")
# 1.2亿（美元）, 50（个）
_UNIT_IN_BRACKETS = re.compile(
    r"(?<=[\d万亿])[（(]([万亿]?元|[美欧港日]元|人次|平方米|千瓦时|公里|[个家户人名吨亩处座台辆次件场%])[）)]"
)
_PASS_LINE = re.compile(
    r"^([^，,。；;]{0,60}\d[^，,。；;]{0,20}?)[即视]?为(?:合格|达标)$"
)  # 95%以上为合格, and no scale of grades
_BARE_NUMBER = re.compile(
    r"\D{0,6}(?:\d[\d,.]*(?:/\d+)?|[一二三四五六七八九十]分之[一二三四五六七八九十])分?(?:以[上下内]|左右)?"
)
_LEVEL = re.compile(r"(?:国家|部|省|自治区|市|区|县)级")
_FULL = re.compile(r"全覆盖(?=[，,。；;、（(]|$)")  # 全覆盖培训 is no aim
_REACHED = re.compile(r"(?:达到|实现|做到|达成).{0,40}$")  # 实现物业服务[全覆盖]
_SOFT = re.compile(r"逐步|基本|努力|探索|鼓励|引导|加快|尽快|朝着|争取")  # 逐步实现全覆盖 is no aim
_PUSHED = re.compile(r"推动|推进")  # 推进服务全覆盖 is none either, but 推动改造实现全覆盖 is


@dataclass(frozen=True, slots=True)
class TargetReading:
    """The targets of a text, and what is not certain about them."""

    targets: tuple[DraftTarget, ...]
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: TargetReading) -> TargetReading:
        """Read two texts as one."""
        return TargetReading(self.targets + other.targets, self.problems + other.problems)


def find_targets(text: str, *, year: int | None) -> tuple[DraftTarget, ...]:
    """Find the targets in a task's words."""
    return read_targets(text, year=year).targets


@lru_cache(maxsize=256)  # a list prints the same deadlines and figures in row after row
def read_targets(text: str, *, year: int | None, by: date | None = None, is_cell: bool = False) -> TargetReading:
    """Find the targets in a text and say what is not certain.

    `by` is the date that the column is headed by; in a target cell (`is_cell`) every quantity is a target.
    """
    text = _PASS_LINE.sub(r"\1", text) if is_cell else text
    reading, horizon = TargetReading(()), by
    for words in _SENTENCE.findall(_spell_out(text, year)):
        if not _COUNTED.search(words):
            continue
        sentence = _as_sentence(words, year, horizon)
        quantities = _find_aims(sentence, is_cell)
        if quantities or sentence.quotas:
            reading += _read_sentence(sentence, quantities, reading.targets)
        horizon = sentence.next_horizon
    return reading if reading.targets or not is_cell else TargetReading((), _ask_about_number(text))


def _ask_about_number(cell: str) -> tuple[Problem, ...]:
    """Ask about a target cell that is a number without its unit, a score or a fraction: 95, 95分以上, 1/3."""
    if _BARE_NUMBER.fullmatch(to_plain(cell)) is None or find_due_ends(to_plain(cell), None):
        return ()
    return (Problem("target-unread", "targets", f"目标值“{cell}”没有写明计量单位，没有读成目标，请核对"),)


def _spell_out(text: str, year: int | None) -> str:
    """Print shares, lists and dealt years in full: 2024—2026年分别 -> 2024年、2025年、2026年分别."""
    plain = spell_out_percent(spell_out_lists(to_plain(text)))
    plain = _UNIT_IN_BRACKETS.sub(r"\1", plain)
    plain = _QUOTED_FIGURE.sub(_unquote, plain) if "“" in plain else plain
    if year and "明" in plain:
        plain = _TWO_YEARS.sub(f"{year}年、{year + 1}年", plain)
    plain = _EACH_YEAR.sub(_as_each_year, plain) if _EACH.search(plain) else plain
    return _DEALT_YEARS.sub(_as_years, plain) if "分别" in plain else plain


def _as_each_year(found: re.Match[str]) -> str:
    years = re.findall(r"20\d\d年底?前?", found[0])
    return "，".join(year + found["words"] for year in years)


def _unquote(found: re.Match[str]) -> str:
    return found[0].strip("“”")


def _as_years(found: re.Match[str]) -> str:
    return "年、".join(str(year) for year in range(int(found[1]), int(found[2]) + 1))


def _as_sentence(words: str, year: int | None, horizon: date | None) -> Sentence:
    split = find_split(words)
    start, end, quotas = split or (0, 0, ())
    text = words[:start] + " " * (end - start) + words[end:]
    return Sentence(text, quotas, year, horizon)


def _read_sentence(sentence: Sentence, quantities: Sequence[Quantity], earlier: Sequence[DraftTarget]) -> TargetReading:
    targets: list[DraftTarget] = []
    problems: list[Problem] = []
    since = (0, *(quantity.end for quantity in quantities))
    until = (*(quantity.start for quantity in quantities[1:]), len(sentence.text))
    for quantity, left, right in zip(quantities, since, until, strict=False):
        target = _as_target(sentence, quantity, left, right)
        targets.append(_in_series(target, targets, earlier))
        problems += _ask_about(sentence.text, quantity)
    targets = deal_out(sentence, quantities, targets, earlier)
    totals = targets or earlier  # a bracket after the full stop splits the sentence before it
    problems += check_sums(sentence.quotas, totals)
    return TargetReading((*targets, *share_totals(sentence.quotas, totals)), tuple(problems))


def _find_aims(sentence: Sentence, is_cell: bool) -> tuple[Quantity, ...]:
    found = find_quantities(sentence.text, is_cell=is_cell)
    others = (*_find_full_coverage(sentence, is_cell), *_find_total(sentence, found))
    return tuple(sorted((*found, *others), key=lambda item: item.start)) if others else found


def _find_total(sentence: Sentence, found: Sequence[Quantity]) -> list[Quantity]:
    """Find what the shares add up to where no verb told it: 将7500公里纳入养护，其中甲县4000公里、乙县3500公里."""
    figures = find_quantities(sentence.text, is_cell=True) if sentence.quotas else ()
    return [item for item in figures if item not in found and is_split_by(sentence.quotas, item)]


def _as_target(sentence: Sentence, quantity: Quantity, since: int, until: int) -> DraftTarget:
    return DraftTarget(
        indicator=find_indicator(sentence.text, quantity, since, until),
        op=quantity.op,
        value=quantity.value,
        unit=quantity.unit,
        value_max=quantity.value_max,
        by=sentence.find_behind(quantity.end) or sentence.find_by(quantity.start, since),
        scope=find_scope(sentence.text, quantity, since),
        text=find_own_words(sentence.text, quantity, since, until),
    )


def _in_series(target: DraftTarget, here: Sequence[DraftTarget], earlier: Sequence[DraftTarget]) -> DraftTarget:
    """Give all thresholds of one series the name of the first: 垃圾分类覆盖率达到60%，2026年覆盖率达到80%."""
    alike = [item for item in (*earlier, *here) if (item.unit, item.scope) == (target.unit, target.scope)][::-1]
    if not target.indicator:
        before = alike[:1] or [item for item in here[-1:] if "%" in target.unit or "%" not in item.unit]
        return replace(target, indicator=before[0].indicator if before else "")
    if here and _LEVEL.fullmatch(target.indicator):  # 省级绿色社区10个、市级30个
        return replace(target, indicator=_LEVEL.sub(target.indicator, here[-1].indicator, count=1))
    series = (item for item in alike if item.by != target.by and _is_short_for(target.indicator, item.indicator))
    first = next(series, None)
    return replace(target, indicator=first.indicator) if first else target


def _is_short_for(words: str, indicator: str) -> bool:
    return indicator.startswith(words) or indicator.endswith(words)


def _ask_about(sentence: str, quantity: Quantity) -> list[Problem]:
    if quantity.is_sure:
        return []
    words = find_clause(sentence, quantity)
    return [Problem("target-unit-lost", "targets", f"目标“{words}”的计量单位似已丢失，按“{quantity.unit}”读取，请核对")]


def _find_full_coverage(sentence: Sentence, is_cell: bool) -> list[Quantity]:
    """Read 全覆盖 as 100 %, unless it is only striven for step by step."""
    if "全覆盖" not in sentence.text:
        return []
    found = []
    for match in _FULL.finditer(sentence.text):
        clause = CLAUSE_MARKS.split(sentence.text[: match.start()])[-1]
        is_aim = is_cell or _REACHED.search(clause) or _is_dated_coverage(sentence, match.start(), clause)
        if is_aim and not _SOFT.search(clause):
            found.append(Quantity(*match.span(), "=", 100.0, None, "%"))
    return found


def _is_dated_coverage(sentence: Sentence, at: int, clause: str) -> bool:
    return not _PUSHED.search(clause) and sentence.find_by(at) is not None
