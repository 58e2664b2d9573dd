"""The numbers a task has to reach: indicator, comparison, value, unit, by-date, scope.

    到2026年底覆盖率达到80%以上        每个街道至少开展2次培训        打造示范小区50个、规范小区100个
    2025年底完成9个试点（东城2个、西城3个、南县4个）

A by-date is one that the target's own words print; a dated horizon (到2027年，…) holds to the end of the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wuye_cli.importing.draft import DraftTarget, Problem
from wuye_cli.importing.fields.dates import DATE, PrintedDate
from wuye_cli.importing.fields.deadlines import find_due_ends
from wuye_cli.importing.fields.numerals import to_plain
from wuye_cli.importing.fields.quantities import Quantity, find_quantities
from wuye_cli.importing.fields.quotas import Quota, find_split

_SENTENCE = re.compile(r"[^。！\n]+[。！\n]?")
_BASELINE = re.compile(r"(?:同比|相比|较|比|截至|以|自|从)$")  # 同比2022年增长30%: 2022 is no by-date
_HORIZON = re.compile(r"(?:到|至|力争)$")  # 到2027年，
_EVERY = re.compile(r"每年|每季|每月|每半年|每周|年均|逐年")
_FULL = re.compile(r"(?P<verb>达到|实现|做到|达成)?(?P<what>[^，,。；;：:]{0,40}?)全覆盖")  # 实现物业服务全覆盖
_SOFT = re.compile(r"逐步|基本|推动|推进|努力|探索|鼓励|引导|加快|尽快|朝着|争取")
_CLAUSE_MARKS = re.compile(r"[，,。；;：:！]")
_LEAD_IN = re.compile(
    r"^(?:同时|其中|并|确保|力争|争取|积极|全面|累计|全年|分别|共|再|新|每年|每季度|每月|其中的)+|^(?:一是|二是|三是|四是|五是)"
)
_VERB_HEAD = re.compile(
    r"^(?:打造|建成|建设|培育|新增|新建|完成|创建|开展|组织|引进|招引|引入|形成|落地|举办|开放|推出|发布|制定|改造|开工|建立|挖掘|汇聚|"
    r"配备|设立|认定|培训|整治|规范|实现|推广|带动|争创|组建|覆盖|投放|安装|增设|召开)+(?:落地|一批)?"
)
_TAIL_WORDS = re.compile(
    r"(?:达到|达|为|至|到|不低于|不少于|至少|超过|超|突破|提升|提高|控制在|落实|以上|增长|下降|降低|≥|>|开展|培训|完成|：|:)+$"
)
_EACH = re.compile(
    r"(?P<scope>每[个家名所座户]?[^，,。；;\d每]{1,24}?)(?=每年|每季|每月|每半年|至少|不少于|不低于|配备|开展|培训|建成|建设|完成|要?有|\d)"
)
_WHERE = re.compile(
    r"(?:^|[，,。；;、：:])(?P<scope>(?!全|我|本|各)[\u4e00-\u9fff]{1,5}[省市县区旗镇])"
    r"(?=打造|建成|建设|培育|新增|完成|创建|不少于|不低于|至少|达到|\d|$)"
)


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


def read_targets(text: str, *, year: int | None, by: date | None = None, is_cell: bool = False) -> TargetReading:
    """Find the targets in a text and say what is not certain.

    `by` is the date that the column is headed by; in a target cell (`is_cell`) every quantity is a target.
    """
    plain = to_plain(text)
    reading = TargetReading(())
    horizon = by
    for sentence in _SENTENCE.finditer(plain):
        part, horizon = _read_sentence(sentence[0], year, horizon, is_cell)
        reading += part
    return reading


def _read_sentence(sentence: str, year: int | None, horizon: date | None, is_cell: bool) -> tuple[TargetReading, date | None]:
    split = find_split(sentence)
    if split is not None:
        start, end, quotas = split
        blank = sentence[:start] + " " * (end - start) + sentence[end:]
    else:
        blank, quotas = sentence, ()
    dates = [item for item in find_due_ends(blank, year) if not _BASELINE.search(blank[: item.start])]
    targets: list[DraftTarget] = []
    problems: list[Problem] = []
    for quantity in find_quantities(blank, is_cell=is_cell):
        when = _find_by(blank, quantity, dates, horizon)
        targets.append(_as_target(blank, quantity, when, targets))
        problems += _ask_about(blank, quantity)
    targets += _find_full_coverage(blank, dates, horizon)
    shares = _as_shares(quotas, targets)
    problems += _check_sums(quotas, targets)
    horizons = [item.on for item in dates if _HORIZON.search(blank[: item.start])]
    return TargetReading((*targets, *shares), tuple(problems)), horizons[-1] if horizons else horizon


def _find_by(sentence: str, quantity: Quantity, dates: list[PrintedDate], horizon: date | None) -> date | None:
    before = [item for item in dates if item.end <= quantity.start]
    since = before[-1].end if before else 0
    clause = _CLAUSE_MARKS.split(sentence[since : quantity.start])[-1]
    if _EVERY.search(clause):
        return None
    return before[-1].on if before else horizon


def _as_target(sentence: str, quantity: Quantity, by: date | None, earlier: list[DraftTarget]) -> DraftTarget:
    indicator = _find_indicator(sentence, quantity) or (earlier[-1].indicator if earlier else "")
    return DraftTarget(
        indicator=indicator,
        op=quantity.op,
        value=quantity.value,
        unit=quantity.unit,
        value_max=quantity.value_max,
        by=by,
        scope=_find_scope(sentence, quantity),
        text=_find_clause(sentence, quantity),
    )


def _find_clause(sentence: str, quantity: Quantity) -> str:
    """Give the words around the quantity, from comma to comma."""
    starts = [mark.end() for mark in _CLAUSE_MARKS.finditer(sentence, 0, quantity.start)]
    end = _CLAUSE_MARKS.search(sentence, quantity.end)
    return sentence[starts[-1] if starts else 0 : end.start() if end else len(sentence)].strip()


def _find_indicator(sentence: str, quantity: Quantity) -> str:
    """Name what is counted: the noun behind a counted number, else the words before it."""
    after = re.split(r"[，,。；;、：:（(\s]", sentence[quantity.end :])[0].removeprefix("以上").removeprefix("的")
    if after and not quantity.unit.startswith(("%", "‰")):
        return after
    before = _CLAUSE_MARKS.split(sentence[: quantity.start])[-1]
    before = DATE.sub("", before).split("、")[-1] if quantity.unit not in ("%", "‰") else DATE.sub("", before)
    before = _EACH.sub("", before)
    words = _TAIL_WORDS.sub("", before.strip("到至前底末，, "))
    return _VERB_HEAD.sub("", _LEAD_IN.sub("", words)) or words


def _find_scope(sentence: str, quantity: Quantity) -> str:
    clause_start = max((mark.end() for mark in _CLAUSE_MARKS.finditer(sentence, 0, quantity.start)), default=0)
    clause = sentence[clause_start : quantity.end]
    found = _EACH.search(clause) or _WHERE.search(DATE.sub("", clause))
    return found["scope"] if found else ""


def _ask_about(sentence: str, quantity: Quantity) -> list[Problem]:
    if quantity.is_sure:
        return []
    words = _find_clause(sentence, quantity)
    return [Problem("target-unit-lost", "targets", f"目标“{words}”的计量单位似已丢失，按“{quantity.unit}”读取，请核对")]


def _find_full_coverage(sentence: str, dates: list[PrintedDate], horizon: date | None) -> list[DraftTarget]:
    """Read 全覆盖 as 100 %: with a date or a verb of reaching, unless it is only striven for step by step."""
    found = []
    for match in _FULL.finditer(sentence):
        clause = _CLAUSE_MARKS.split(sentence[: match.end()])[-1]
        before = [item for item in dates if item.end <= match.end()]
        by = before[-1].on if before else horizon
        if (match["verb"] or before) and not _SOFT.search(clause):
            found.append(DraftTarget(match["what"].strip(), "=", 100.0, "%", by=by, text=clause.strip()))
    return found


def _as_shares(quotas: tuple[Quota, ...], totals: list[DraftTarget]) -> list[DraftTarget]:
    shares = []
    for quota in quotas:
        total = _find_total(quota, totals)
        indicator, by = (total.indicator, total.by) if total else (quota.label, None)
        shares.append(DraftTarget(indicator, quota.op, quota.value, quota.unit, by=by, scope=quota.scope, text=quota.text))
    return shares


def _find_total(quota: Quota, totals: list[DraftTarget]) -> DraftTarget | None:
    same_unit = [total for total in totals if total.unit == quota.unit]
    labelled = [total for total in same_unit if quota.label and quota.label in total.text]
    return (labelled or same_unit or [None])[-1]


def _check_sums(quotas: tuple[Quota, ...], totals: list[DraftTarget]) -> list[Problem]:
    """Ask where the shares do not add up to the total they split."""
    problems = []
    for label in dict.fromkeys(quota.label for quota in quotas):
        group = [quota for quota in quotas if quota.label == label]
        total, total_sum = _find_total(group[0], totals), sum(quota.value for quota in group)
        open_ended = any(quota.op == ">=" for quota in group)
        if total and (total_sum > total.value or (total_sum < total.value and not open_ended)):
            message = f"目标“{total.text}”分解合计为{total_sum:g}{total.unit}，与总数{total.value:g}{total.unit}不一致，请核对"
            problems.append(Problem("target-split-sum", "targets", message))
    return problems
