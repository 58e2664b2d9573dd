"""The rows of a returned form as reports: every figure read, every doubt said by its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wuye_cli.domain.asking import last_amounts, standing_report
from wuye_cli.domain.facts import ReportFacts, TargetFacts, TaskFacts
from wuye_cli.domain.figures import figure_words
from wuye_cli.domain.reporting import reporters
from wuye_cli.forms.figures import read_figure
from wuye_cli.forms.notation import NotationError, plain_text
from wuye_cli.forms.report_reading import FormCell, ReturnedForm, ReturnedRow
from wuye_cli.forms.report_sheet import (
    CODE,
    FIGURE,
    FIXED,
    ITEM,
    NEXT_STEP,
    NIL,
    NOTE,
    PROBLEM,
    PROGRESS,
    REMARK,
    TITLE,
    TO_FILL,
    YES,
    FormRow,
)
from wuye_cli.importing.document import Locator
from wuye_cli.services.form_round import FormRound
from wuye_cli.workbooks.sheets import CellText

YES_WORDS = {YES, "无进展", "本月无进展", "无", "√", "✓", "y", "Y"}
NO_WORDS = {"", "否", "有", "有进展"}
WORDS = (NOTE, PROBLEM, NEXT_STEP)
EMPTY = FormCell(CellText(""), Locator())


@dataclass(frozen=True, slots=True)
class TakenReport:
    """What a form says of one task; equal to another where it says the same."""

    task: int
    percent: float | None
    values: Mapping[int, float]
    note: str
    problem: str
    next_step: str
    remark: str
    is_nil: bool

    def says_same(self, report: ReportFacts) -> bool:
        """Tell whether the register already has this."""
        words = (report.note, report.problem, report.next_step, report.remark, report.is_nil)
        mine = (self.note, self.problem, self.next_step, self.remark, self.is_nil)
        return words == mine and report.percent == self.percent and dict(report.values) == dict(self.values)


@dataclass(slots=True)
class FormFindings:
    """What was found in one form: the reports, remarks to them, and reasons to refuse the whole of it."""

    reports: list[TakenReport] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class FormRows:
    """The rows of one form of one unit, held against the rows that went out."""

    def __init__(self, now: FormRound, unit: int, expected: Sequence[FormRow], found: FormFindings) -> None:
        self._now = now
        self._unit = unit
        self._expected = {_key(*row.key): row for row in expected}
        self._found = found

    def read(self, form: ReturnedForm) -> None:
        """Read every task that anything is said of."""
        rows = self._match(form)
        for task_id in dict.fromkeys(row.task for row in self._expected.values()):
            mine = {row: rows[row] for row in rows if row.task == task_id}
            if any(_cell(cells, name).text for cells in mine.values() for name in TO_FILL):
                self._read_task(task_id, mine)
        self._say_what_is_missing()

    def _match(self, form: ReturnedForm) -> dict[FormRow, ReturnedRow]:
        """Know every row again by code and item."""
        known: dict[FormRow, ReturnedRow] = {}
        for cells in form.rows:
            code, item = _cell(cells, CODE), _cell(cells, ITEM)
            row = self._expected.get(_key(code.text, item.text or PROGRESS))
            if row is None:
                self._refuse_unknown(code, item, cells)
            elif row in known:
                self._refuse(code, f"任务 {code.text} 的“{row.key[1]}”出现了两次，请只留一行")
            else:
                known[row] = cells
                self._check_fixed(row, cells, FIXED if form.identity else (TITLE,))
        return known

    def _refuse_unknown(self, code: FormCell, item: FormCell, cells: ReturnedRow) -> None:
        if any(key[0] == _key(code.text, "")[0] for key in self._expected):
            self._refuse(item, f"任务 {code.text} 没有填报项目“{item.text}”，请用原表的项目")
        elif code.text:
            self._refuse(code, f"本单位没有要填报的任务“{code.text}”")
        elif any(_cell(cells, name).text for name in TO_FILL):
            self._refuse(code, "这一行没有任务编号，不知道填的是哪项任务")

    def _check_fixed(self, row: FormRow, cells: ReturnedRow, names: Sequence[str]) -> None:
        for name, sent in zip(FIXED, row.fixed, strict=True):
            if name in names and name in cells and _plain(cells[name].text) != _plain(sent):
                self._refuse(cells[name], f"“{name}”不能改动，原来是“{sent or '空白'}”")

    def _read_task(self, task_id: int, rows: Mapping[FormRow, ReturnedRow]) -> None:
        task = self._now.tasks.get(task_id)
        code = _cell(next(iter(rows.values())), CODE)
        facts, office = self._now.facts, self._now.office
        if task is None:
            self._refuse(code, f"任务 {code.text} 已经归档，不再填报")
        elif self._unit not in reporters(task, facts.units, office.reporters):
            self._refuse(code, f"任务 {code.text} 现在不由“{self._now.names.by_id[self._unit]}”填报")
        else:
            self._add(task, _TaskReading(self._found, self._now, self._unit, task).read(rows))

    def _add(self, task: TaskFacts, report: TakenReport) -> None:
        self._found.reports.append(report)
        before = standing_report(task, self._unit, self._now.month, self._now.on)
        if before and not report.says_same(before):
            told = "" if before.percent is None else f"（{figure_words(before.percent)}%）"
            self._found.remarks.append(f"任务 {task.code} 本月已经报过{told}，改以本表为准")

    def _say_what_is_missing(self) -> None:
        done = {report.task for report in self._found.reports}
        codes = dict.fromkeys(row.key[0] for row in self._expected.values() if row.task not in done)
        if not done and not self._found.reasons:
            self._found.reasons.append(f"什么都没有填；本月没有进展的任务，请在“{NIL}”栏选“{YES}”")
        elif codes and not self._found.reasons:
            self._found.remarks.append(f"没有填的任务按未报送统计：{'、'.join(codes)}")

    def _refuse(self, cell: FormCell, reason: str) -> None:
        self._found.reasons.append(f"{cell.at}：{reason}。" if str(cell.at) else f"{reason}。")


class _TaskReading:
    """The rows of one task."""

    def __init__(self, found: FormFindings, now: FormRound, unit: int, task: TaskFacts) -> None:
        self._found = found
        self._task = task
        self._targets = {target.id: target for target in task.targets}
        self._percent, self._amounts = last_amounts(task, unit, now.month, now.on)

    def read(self, rows: Mapping[FormRow, ReturnedRow]) -> TakenReport:
        remark = "；".join(dict.fromkeys(filter(None, (_cell(cells, REMARK).text for cells in rows.values()))))
        own: ReturnedRow = next((cells for row, cells in rows.items() if row.target is None), {})
        is_nil = self._read_nil(_cell(own, NIL))
        figures = dict(self._figures(rows, remark))
        percent = figures.pop(None, None)
        for row, cells in rows.items():
            self._check_words_beside(row, cells)
        if is_nil:
            self._check_nil(rows, figures, percent)
        return TakenReport(
            task=self._task.id,
            percent=percent,
            values={target: value for target, value in figures.items() if target is not None},
            note=_cell(own, NOTE).text,
            problem=_cell(own, PROBLEM).text,
            next_step=_cell(own, NEXT_STEP).text,
            remark=remark,
            is_nil=is_nil,
        )

    def _figures(self, rows: Mapping[FormRow, ReturnedRow], remark: str) -> Iterator[tuple[int | None, float]]:
        for row, cells in rows.items():
            cell = _cell(cells, FIGURE)
            target = self._targets.get(row.target) if row.target is not None else None
            if row.target is not None and target is None:
                if cell.text:
                    self._refuse(cell, "这个指标已经改了，请用新发的表填报")
                continue
            last = self._percent if target is None else self._amounts.get(target.id)
            figure = self._read_figure(cell, target, last)
            if figure is not None:
                self._check_fall(cell, figure, last, remark)
                yield row.target, figure

    def _read_figure(self, cell: FormCell, target: TargetFacts | None, last: float | None) -> float | None:
        try:
            figure = read_figure(cell.text, cell.cell.number, target.unit if target else "%", last)
        except NotationError as error:
            self._refuse(cell, str(error))
            return None
        if figure is None:
            return None
        if target is None and figure.value > 100:
            self._refuse(cell, f"完成进度“{cell.text}”超过 100%")
        if figure.remark:
            self._found.remarks.append(f"{cell.at}：{figure.remark}")
        return figure.value

    def _check_fall(self, cell: FormCell, figure: float, last: float | None, remark: str) -> None:
        if last is not None and figure < last and not remark:
            told = f"累计数 {figure_words(figure)} 低于上月的 {figure_words(last)}"
            self._refuse(cell, f"{told}，确实下降的请在“{REMARK}”栏写明原因")

    def _read_nil(self, cell: FormCell) -> bool:
        if cell.text not in YES_WORDS | NO_WORDS:
            self._refuse(cell, f"“{cell.text}”看不懂，没有进展的请选“{YES}”，有进展的请留空")
        return cell.text in YES_WORDS

    def _check_nil(
        self, rows: Mapping[FormRow, ReturnedRow], figures: Mapping[int | None, float], percent: float | None
    ) -> None:
        """A nil report may repeat last month's figures, not move them."""
        moved = percent not in {None, self._percent} and (percent or self._percent)
        amounts = any(value != self._amounts.get(target, 0.0) for target, value in figures.items() if target)
        if moved or amounts:
            cell = next(_cell(cells, NIL) for cells in rows.values() if _cell(cells, NIL).text)
            self._refuse(cell, f"选了“{NIL}”，本月累计却和上月不同，请改正其中一处")

    def _check_words_beside(self, row: FormRow, cells: ReturnedRow) -> None:
        if row.target is not None:
            for name in (*WORDS, NIL):
                if _cell(cells, name).text:
                    self._refuse(cells[name], f"“{name}”请写在“{PROGRESS}”那一行")

    def _refuse(self, cell: FormCell, reason: str) -> None:
        self._found.reasons.append(f"{cell.at}：{reason}。")


def _cell(cells: ReturnedRow, name: str) -> FormCell:
    return cells.get(name, EMPTY)


def _key(code: str, item: str) -> tuple[str, str]:
    return _plain(code).lower(), _plain(item)


def _plain(text: str) -> str:
    return "".join(plain_text(text).split())
