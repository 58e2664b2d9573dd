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
from wuye_cli.importing.fields.dates import PrintedDate, is_of_things
from wuye_cli.importing.fields.deadlines import find_due_ends, spell_out_lists
from wuye_cli.importing.fields.numerals import spell_out_percent, to_plain
from wuye_cli.importing.fields.quantities import Quantity, find_quantities
from wuye_cli.importing.fields.quotas import Quota, check_sums, find_split, share_totals
from wuye_cli.importing.fields.target_words import (
    CLAUSE_MARKS,
    find_clause,
    find_indicator,
    find_noun,
    find_own_words,
    find_scope,
)

_SENTENCE = re.compile(r"[^。！\n]{1,1000}[。！\n]?")  # no sentence is longer; a longer line is no prose
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百]|全覆盖")  # a sentence without any of these sets no figure
_DEALT_YEARS = re.compile(r"(?<!\d)(20\d\d)年?[-—–－~～至到]{1,2}(20\d\d)(?=年[^。；;\d]{0,24}分别)")
# 2025年、2026年各2500户: the same in each year
_EACH_YEAR = re.compile(
    r"((?:20\d\d年底?前?[、和及])+)(20\d\d年底?前?)(?:均|各(?![县区市镇乡村级地]|街道|社区|单位|部门))"
    r"(?P<words>[^，,。；;：:、\d]{0,8}\d[^，,。；;：:、]*)"
)
_TWO_YEARS = re.compile(r"今明两年|今年[、和]明年(?=[^。；;\d]{0,24}分别)")
# 提速至“最多60天” prints a figure, “15分钟”生活圈 a name
_QUOTED_FIGURE = re.compile(r"(?<=[至到为])“[^“”\d]{0,4}\d[^“”]{1,8}”|“(?:最多|至多|最长|不超过)\d[^“”]{1,8}”")
_BASELINE = re.compile(r"(?:同比|相比|较|(?<!占)(?<!百分)比|截至|以|自|从)$")  # 同比2022年增长30%: 2022 is no by-date
_HORIZON = re.compile(r"(?:到|至)$")  # 到2027年，
_EVERY = re.compile(r"每年|每季|每月|每半年|每周|年均|逐年")
_INSIDE_YEAR = re.compile(r"[月季/.-]|(?<!\d)\d{1,2}底")  # 4月底, 一季度, 2025-06-30, and 4底 that lost its 月
# 达到80%以上（2025年底）: the day of the figure before it, and of nothing behind it
_BEHIND_FIGURE = re.compile(r"\d[%‰\u4e00-\u9fff]{0,7}[（(](?:到|至|截至|于|计划)?$")
_BRACKET_END = re.compile(r"[底末]?(?:之前|以前|前|内)?(?:完成|达到|建成|实现|目标值?|任务)?[）)]")
_STEP_END = re.compile(r"；|;|(?:[，,][^，,]*){3}")  # 4月底前，制定计划，…，…，开展2次: the day is that of the plan
_LEVEL = re.compile(r"(?:国家|部|省|自治区|市|区|县)级")
_FULL = re.compile(r"全覆盖(?=[，,。；;、（(]|$)")  # 全覆盖培训 is no aim
_REACHED = re.compile(r"(?:达到|实现|做到|达成).{0,40}$")  # 实现物业服务[全覆盖]
_SOFT = re.compile(r"逐步|基本|努力|探索|鼓励|引导|加快|尽快|朝着|争取")  # 逐步实现全覆盖 is no aim
_PUSHED = re.compile(r"推动|推进")  # 推进服务全覆盖 is none either, but 推动改造实现全覆盖 is
_CITED = re.compile(
    r"《[^》]*》(?:[（(]20\d\d年?[-—–－~～至到]{1,2}20\d\d年?[）)])?"
)  # 《…规划》（2023—2035年）: the years of another document
_OF_PAPERS = re.compile(r"(?:绩效|考核|评[价估议]|审计|预算|报告|总结|述职|结转|遗留)")  # 2024年度绩效评价, 2024年结转


@dataclass(frozen=True, slots=True)
class TargetReading:
    """The targets of a text, and what is not certain about them."""

    targets: tuple[DraftTarget, ...]
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: TargetReading) -> TargetReading:
        """Read two texts as one."""
        return TargetReading(self.targets + other.targets, self.problems + other.problems)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without its quota bracket; `year` and `horizon` are what the words before it say."""

    text: str
    quotas: tuple[Quota, ...]
    year: int | None
    horizon: date | None

    @property
    def dates(self) -> tuple[PrintedDate, ...]:
        """The dates that things can be due by; read only when asked for, as most sentences hold no figure."""
        return _find_dates(self.text, self.year)

    def find_by(self, at: int, since: int = 0) -> date | None:
        """Give the date that governs what stands at a place, `since` the quantity before it.

        What is due every year has none; a day inside the year (4月底前，…) governs its own step only.
        """
        before = [item for item in self.dates if item.end <= at and not self._is_behind(item)]
        if _EVERY.search(CLAUSE_MARKS.split(self.text[before[-1].end if before else 0 : at])[-1]):
            return None
        if before and self._is_step(before[-1]) and _STEP_END.search(self.text[max(before[-1].end, since) : at]):
            return self.horizon
        return before[-1].on if before else self.horizon

    def find_behind(self, end: int) -> date | None:
        """Give the date in the bracket behind a figure, where it holds nothing else: 达到80%（2025年底）."""
        if self.text[end : end + 1] not in ("（", "("):
            return None
        return next((item.on for item in self.dates if end < item.start <= end + 3 and self._is_behind(item)), None)

    def _is_behind(self, item: PrintedDate) -> bool:
        if not _BRACKET_END.match(self.text, item.end):
            return False
        return _BEHIND_FIGURE.search(self.text, max(item.start - 12, 0), item.start) is not None

    def find_listed(self, at: int) -> tuple[date | None, ...]:
        """Give the dates before a place that stand in one clause: 2025年、2026年，规模[分别]达到…."""
        before = [item for item in self.dates if item.start < at]
        start = (
            max((found.end() for found in CLAUSE_MARKS.finditer(self.text, 0, before[-1].start)), default=0)
            if before
            else 0
        )
        return tuple(item.on for item in before if item.start >= start)

    def _is_step(self, item: PrintedDate) -> bool:
        return _INSIDE_YEAR.search(self.text[item.start : item.end]) is not None

    @property
    def next_horizon(self) -> date | None:
        """The dated horizon that holds after this sentence."""
        if "到" not in self.text and "至" not in self.text:
            return self.horizon
        leading = (item for item in self.dates if not self._is_behind(item))
        horizons = [item.on for item in leading if _HORIZON.search(self.text[: item.start])]
        return horizons[-1] if horizons else self.horizon


def find_targets(text: str, *, year: int | None) -> tuple[DraftTarget, ...]:
    """Find the targets in a task's words."""
    return read_targets(text, year=year).targets


@lru_cache(maxsize=256)  # a list prints the same deadlines and figures in row after row
def read_targets(text: str, *, year: int | None, by: date | None = None, is_cell: bool = False) -> TargetReading:
    """Find the targets in a text and say what is not certain.

    `by` is the date that the column is headed by; in a target cell (`is_cell`) every quantity is a target.
    """
    reading, horizon = TargetReading(()), by
    for words in _SENTENCE.findall(_spell_out(text, year)):
        if not _COUNTED.search(words):
            continue
        sentence = _as_sentence(words, year, horizon)
        quantities = _find_aims(sentence, is_cell)
        if quantities or sentence.quotas:
            reading += _read_sentence(sentence, quantities, reading.targets)
        horizon = sentence.next_horizon
    return reading


def _spell_out(text: str, year: int | None) -> str:
    """Print shares, lists and dealt years in full: 2024—2026年分别 -> 2024年、2025年、2026年分别."""
    plain = spell_out_percent(spell_out_lists(to_plain(text)))
    plain = _QUOTED_FIGURE.sub(_unquote, plain) if "“" in plain else plain
    if year and "明" in plain:
        plain = _TWO_YEARS.sub(f"{year}年、{year + 1}年", plain)
    plain = _EACH_YEAR.sub(_as_each_year, plain) if "年各" in plain or "年均" in plain else plain
    return _DEALT_YEARS.sub(_as_years, plain) if "分别" in plain else plain


def _as_each_year(found: re.Match[str]) -> str:
    years = re.findall(r"20\d\d年底?前?", found[0])
    return "，".join(year + found["words"] for year in years)


def _unquote(found: re.Match[str]) -> str:
    return found[0].strip("“”")


def _as_years(found: re.Match[str]) -> str:
    return "年、".join(str(year) for year in range(int(found[1]), int(found[2]) + 1))


def _as_sentence(words: str, year: int | None, horizon: date | None) -> _Sentence:
    split = find_split(words)
    start, end, quotas = split or (0, 0, ())
    text = words[:start] + " " * (end - start) + words[end:]
    return _Sentence(text, quotas, year, horizon)


@lru_cache(maxsize=16)  # every figure of a sentence asks
def _find_dates(text: str, year: int | None) -> tuple[PrintedDate, ...]:
    cited = [found.span() for found in _CITED.finditer(text)]
    ends = (item for item in find_due_ends(text, year) if not _BASELINE.search(text[: item.start]))
    ends = (item for item in ends if not any(start < item.start < end for start, end in cited))
    return tuple(item for item in ends if not is_of_things(text, item) and not _OF_PAPERS.match(text, item.end))


def _read_sentence(
    sentence: _Sentence, quantities: Sequence[Quantity], earlier: Sequence[DraftTarget]
) -> TargetReading:
    targets: list[DraftTarget] = []
    problems: list[Problem] = []
    since = (0, *(quantity.end for quantity in quantities))
    until = (*(quantity.start for quantity in quantities[1:]), len(sentence.text))
    for quantity, left, right in zip(quantities, since, until, strict=False):
        target = _as_target(sentence, quantity, left, right)
        targets.append(_in_series(target, targets, earlier))
        problems += _ask_about(sentence.text, quantity)
    for mark in re.finditer("分别", sentence.text):
        targets = _deal_out(sentence, mark.start(), quantities, targets, earlier)
    totals = targets or earlier  # a bracket after the full stop splits the sentence before it
    problems += check_sums(sentence.quotas, totals)
    return TargetReading((*targets, *share_totals(sentence.quotas, totals)), tuple(problems))


def _find_aims(sentence: _Sentence, is_cell: bool) -> tuple[Quantity, ...]:
    found = find_quantities(sentence.text, is_cell=is_cell)
    covered = _find_full_coverage(sentence, is_cell)
    return tuple(sorted((*found, *covered), key=lambda item: item.start)) if covered else found


def _as_target(sentence: _Sentence, quantity: Quantity, since: int, until: int) -> DraftTarget:
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
        before = alike[:1] or here[-1:]
        return replace(target, indicator=before[0].indicator if before else "")
    if here and _LEVEL.fullmatch(target.indicator):  # 省级绿色社区10个、市级30个
        return replace(target, indicator=_LEVEL.sub(target.indicator, here[-1].indicator, count=1))
    series = (item for item in alike if item.by != target.by and _is_short_for(target.indicator, item.indicator))
    first = next(series, None)
    return replace(target, indicator=first.indicator) if first else target


def _is_short_for(words: str, indicator: str) -> bool:
    return indicator.startswith(words) or indicator.endswith(words)


def _deal_out(
    sentence: _Sentence,
    mark: int,
    quantities: Sequence[Quantity],
    targets: list[DraftTarget],
    earlier: Sequence[DraftTarget],
) -> list[DraftTarget]:
    """Give each of several numbers behind 分别 its own year, or name: 2025年、2026年组建率分别达到60%、80%."""
    numbers = [at for at, item in enumerate(quantities) if _is_dealt(sentence.text, mark, item)]
    if len(numbers) < 2:
        return targets
    first, words = targets[numbers[0]], find_clause(sentence.text, quantities[numbers[0]])
    days = sentence.find_listed(mark)
    dealt = [targets[at] for at in numbers]
    before = () if len(days) == len(numbers) else (*earlier, *targets[: numbers[0]])
    series = _take_up(sentence.text[:mark], dealt, before[-len(numbers) :])
    names = series or re.split("、|和|与", first.indicator)
    for place, at in enumerate(numbers):
        by = days[place] if len(days) == len(numbers) else targets[at].by
        name = names[place] if len(names) == len(numbers) and len(min(names, key=len)) > 1 else targets[at].indicator
        targets[at] = replace(targets[at], indicator=name, op=first.op, by=by, text=words)
    return targets


def _take_up(words: str, dealt: Sequence[DraftTarget], before: Sequence[DraftTarget]) -> list[str]:
    """Give the names of as many targets before, where the clause prints none: A达到92%，B达到91%；分别达到93%、92%."""
    is_series = [item.unit for item in dealt] == [item.unit for item in before]
    return [item.indicator for item in before] if is_series and not find_noun(words) else []


def _is_dealt(text: str, mark: int, quantity: Quantity) -> bool:
    return mark < quantity.start and not CLAUSE_MARKS.search(text, mark, quantity.start)


def _ask_about(sentence: str, quantity: Quantity) -> list[Problem]:
    if quantity.is_sure:
        return []
    words = find_clause(sentence, quantity)
    return [Problem("target-unit-lost", "targets", f"目标“{words}”的计量单位似已丢失，按“{quantity.unit}”读取，请核对")]


def _find_full_coverage(sentence: _Sentence, is_cell: bool) -> list[Quantity]:
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


def _is_dated_coverage(sentence: _Sentence, at: int, clause: str) -> bool:
    return not _PUSHED.search(clause) and sentence.find_by(at) is not None
