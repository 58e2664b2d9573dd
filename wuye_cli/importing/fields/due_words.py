"""Dates inside running text by which something is due: `4月底前，制定年度计划`.

The same words are milestones where the list has a deadline column, and the task's deadlines where it has none. A dated
aim (到2027年达到80%) is neither: it is a target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wuye_cli.domain.terms import DeadlineKind
from wuye_cli.importing.draft import DraftDeadline, DraftMilestone, DraftTarget, Problem
from wuye_cli.importing.fields.date_chains import opens_report, opens_step
from wuye_cli.importing.fields.dates import PrintedDate, is_of_things
from wuye_cli.importing.fields.deadlines import (
    FEAST,
    DeadlineReading,
    ask_about,
    check_date,
    find_due_ends,
    spell_out_lists,
)
from wuye_cli.importing.fields.feasts import find_feasts
from wuye_cli.importing.fields.numerals import spell_out_percent, to_plain
from wuye_cli.importing.fields.quantities import has_quantity
from wuye_cli.importing.fields.recurrences import Recurrence, find_recurrences

_SENTENCE = re.compile(r"[^。！\n]{1,1000}[。！\n]?")
_CLAUSES = re.compile(r"[^。；;！\n]{1,1000}")
_DATED = re.compile(r"[年月季底末]")  # a sentence without any of these prints no date
_DUE = re.compile(
    r"(?:月?[底末]|\d{1,2}[时点]|下班)?(?:[前止内](?![期款置后提涝环])|之前|以前|为止|(?:全部|全面|基本)?(?:完成|办结|报送|上报))"
)  # 6月底前, 底完成, 31日24时前
_WITHIN = re.compile(r"(?:20\d\d|[今本当])?年度?内$")  # 年内投入使用; with a number (年内新增5个) it is a target
_PLAIN_CLAUSE = re.compile(r"[^，,。；;\d]{2,}(?:[，,。；;]|$)")
_LABELLED = re.compile(r"(?:时限|时间|期限|时间节点)(?:[:：]|为)$")  # 完成时限：2025年6月
_LIST = re.compile(r"[、,，和及与]")  # 3月25日、6月25日前: the mark of the last is that of all
# 2025年底，全面完成; 于2025年上半年建成; 三季度末，码头投入运营; 2027年，制定出台办法
_DONE = re.compile(
    r"(?P<end>[底末])?(?P<comma>[，,])?"
    r"(?:(?P<at_once>(?:研究|修订|制定|编制|并)*(?:出台|印发|颁布))|[^，,。；;\d]{0,24}?"
    r"(?:(?:全面|正式|全部)启动|完成|建成|竣工|交付|验收|通车|开工|投产|启用|投用|投运|通水|通气|开通|封顶|截止|挂牌|上线|清零|(?<!年度)总结(?:推广|提炼|经验|验收)|(?:投入|正式)(?:商业|正式)?(?:运营|运行|使用)))了?"
)
_DATE_REST = re.compile("[底末]?(?:[前内止]|[之以]前|为止)?")
_CLAUSE_MARK = re.compile("[，,。；;！]")
_SINCE = re.compile(r"(?:自|从|截至|对)$")
_VALID = re.compile(r"有效期[^，,。；;]{0,16}$")  # 有效期至2029年4月30日止
_PAST = re.compile(r"已|曾|了")  # 2023年12月，完成了普查
_LASTING = re.compile(  # …，长期坚持。
    r"(?<![^，,。；;\n（(])并?长期(?:坚持|执行|推进|实施|开展|落实)(?=[。；;\n）)]|$)"
)
_AIM = re.compile(
    r"[，,]?[^，。；,;]*(?:达到|达|不低于|不少于|超过|提升至|提高到|全覆盖(?:[，,。；;]|$)|\d%)"
)  # 年底前覆盖率达到80%


@dataclass(frozen=True, slots=True)
class _Due:
    printed: PrintedDate
    words: str

    @property
    def length(self) -> int:
        """How many of the words print the date."""
        return self.printed.end - self.printed.start

    def is_said_by(self, targets: Sequence[DraftTarget]) -> bool:
        """Whether one of the targets says these words with its by-date."""
        return any(target.by == self.printed.on and target.text in self.words for target in targets)

    @property
    def is_aim(self) -> bool:
        """Whether the words set a figure to reach, which is a target and no step."""
        after = self.words[self.length :]
        return _AIM.match(after.lstrip("前底末")) is not None and _sets_figure(self.words)


def _sets_figure(words: str) -> bool:
    return "全覆盖" in words or has_quantity(spell_out_percent(words))


def _find_due(text: str, year: int | None) -> list[_Due]:
    plain = spell_out_lists(to_plain(text))
    sentences = (found[0] for found in _SENTENCE.finditer(plain) if _DATED.search(found[0]))
    return [due for sentence in sentences for due in _find_in_sentence(sentence, year)]


def _find_in_sentence(sentence: str, year: int | None) -> list[_Due]:
    taken = [(item.start, item.end) for item in find_recurrences(sentence)]
    ends = (_before_feast(sentence, item) for item in find_due_ends(sentence, year))
    dates = [item for item in ends if not any(start <= item.start < end for start, end in taken)]
    marks = zip(dates, _mark_due(sentence, dates), strict=True)
    return [_Due(item, _find_clause(sentence, item)) for item, is_due in marks if is_due]


def _mark_due(sentence: str, dates: Sequence[PrintedDate]) -> list[bool]:
    """Tell for each date whether it ends a step: by its own words, as a step among steps, or as one of a list."""
    due = [_LABELLED.search(sentence[: item.start]) is not None or _is_due(sentence, item) for item in dates]
    if any(is_due and not item.is_whole_year for item, is_due in zip(dates, due, strict=True)):
        due = [is_due or opens_step(sentence, item) for item, is_due in zip(dates, due, strict=True)]
    for at in reversed(range(len(dates) - 1)):
        due[at] |= due[at + 1] and _LIST.fullmatch(sentence, dates[at].end, dates[at + 1].start) is not None
    return due


def _before_feast(sentence: str, item: PrintedDate) -> PrintedDate:
    """Take the day before the feast for that of the year: 2026年春节前."""
    feasts = find_feasts(sentence) if item.is_whole_year else ()
    feast = next((feast for feast in feasts if feast.start == item.start), None)
    return replace(item, end=feast.end, on=feast.on, is_whole_year=False) if feast else item


def _is_due(sentence: str, item: PrintedDate) -> bool:
    within = _WITHIN.match(sentence, item.start, item.end) and _PLAIN_CLAUSE.match(sentence, item.end)
    due = (
        within or _DUE.match(sentence, item.end) or sentence[: item.end].endswith("前") or _is_done_then(sentence, item)
    )
    is_valid_until = _VALID.search(sentence, 0, item.start) is not None
    return bool(due) and not is_valid_until and not is_of_things(sentence, item)


def _is_done_then(sentence: str, item: PrintedDate) -> bool:
    """Tell the day of a step that sets no figure: 2025年底，全面完成; a figure (2025年底，建成10个) is a target."""
    done = _DONE.match(sentence, item.end)
    if done is None or _PAST.search(done[0]) or _SINCE.search(sentence[: item.start]):
        return False
    is_heading = (
        item.is_whole_year and done["comma"] and not (done["end"] or done["at_once"])
    )  # 2025年，全面完成…: a year to speak of
    return not is_heading and not _sets_figure(_find_clause(sentence, item))


def _find_clause(sentence: str, item: PrintedDate | Recurrence) -> str:
    """Give the words from the date to the end of what is due: 4月底前，制定年度计划."""
    mark = _CLAUSE_MARK.search(sentence, item.end)
    if mark and _DATE_REST.fullmatch(sentence, item.end, mark.start()):  # 4月底前，…: the date alone is no clause
        mark = _CLAUSE_MARK.search(sentence, mark.end())
    return sentence[item.start : mark.start() if mark else len(sentence)].rstrip("。；;！")


def find_milestones(text: str, year: int | None, targets: Sequence[DraftTarget] = ()) -> tuple[DraftMilestone, ...]:
    """Find the dated steps inside a task's content; one without a known year is none, nor is what a target says."""
    return tuple(
        DraftMilestone(due.printed.on, due.words)
        for due in _find_due(text, year)
        if due.printed.on and not due.is_said_by(targets) and not due.is_aim
    )


def find_deadlines(text: str, *, year: int | None, issued_on: date | None = None) -> DeadlineReading:
    """Find the deadlines that a paragraph without a deadline column prints in its words."""
    deadlines: list[DraftDeadline] = []
    problems: list[Problem] = []
    for due in _find_due(text, year):
        on = due.printed.on
        passed = on is not None and issued_on is not None and on < issued_on and due.printed.year_printed
        if passed or due.is_aim:
            continue
        deadlines.append(DraftDeadline(DeadlineKind.DATE, on, text=due.words))
        feast = FEAST.match(due.words, due.length) if due.printed.is_whole_year else None
        problem = ask_about(due.words, feast[0]) if feast else check_date(due.printed, due.words, issued_on)
        problems += [problem] if problem else []
    recurring = _find_recurring(text, in_chain=bool(deadlines))
    return DeadlineReading((*recurring, *deadlines, *_find_lasting(text)), tuple(problems))


def _find_recurring(text: str, *, in_chain: bool) -> tuple[DraftDeadline, ...]:
    """Find duties with a due day of their own: 每年2月底前; 每年开展一次 alone is none, 每季度通报 beside steps is."""
    clauses = (found[0] for found in _CLAUSES.finditer(spell_out_lists(to_plain(text))))
    return tuple(
        DraftDeadline(DeadlineKind.RECURRING, every=item.every, text=_find_clause(clause, item))
        for clause in clauses
        for item in find_recurrences(clause)
        if item.names_its_day or (in_chain and opens_report(clause, item.start, item.end))
    )


def _find_lasting(text: str) -> tuple[DraftDeadline, ...]:
    """Find 长期坚持 as a clause of its own at the end of a sentence."""
    found = _LASTING.search(to_plain(text))
    return (DraftDeadline(DeadlineKind.ONGOING, text=found[0]),) if found else ()
